using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Inbox;

/// <summary>A message on the queue <c>application-events</c>: where to look, never what it says.</summary>
public sealed record InboxMessage(ApplicationNumber Number, string Slot);
