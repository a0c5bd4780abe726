using CrossRegion.Domain;
using CrossRegion.Orchestrations.Events;
using NodaTime;

namespace CrossRegion.Orchestrations.Inbox;

/// <summary>What came in, kept before anything is done about it.</summary>
/// <param name="Slot">Its <see cref="InboxSlot"/>.</param>
/// <param name="Event">The event as it was read; null for an operator's replay, which nobody sent, and once erased.</param>
/// <param name="TakenUp">An orchestration has been told of it.</param>
public sealed record InboxEntry(string Slot, Instant ReceivedAt, [property: PersonalData] IncomingEvent? Event, bool TakenUp);
