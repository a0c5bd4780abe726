using CrossRegion.Domain;
using CrossRegion.Domain.Faults;
using CrossRegion.Orchestrations.Events;
using NodaTime;

namespace CrossRegion.Orchestrations.Inbox;

/// <summary>What came in, kept before anything is done about it.</summary>
/// <param name="Slot">Its <see cref="InboxSlot"/>.</param>
/// <param name="Event">The event as it was read; null for an operator's replay, which nobody sent, and once erased.</param>
/// <param name="TakenUp">An orchestration has been told of it.</param>
/// <param name="Refused">Why the case could not take it any more when its turn came; null when it could.</param>
public sealed record InboxEntry(
    string Slot, Instant ReceivedAt, [property: PersonalData] IncomingEvent? Event, bool TakenUp, IReadOnlyList<Fault>? Refused = null);
