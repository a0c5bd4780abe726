using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.Events;
using NodaTime;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>The body of a hand-over to the competent stamp: an event that another stamp has taken in.</summary>
/// <param name="Event">As it was read there.</param>
/// <param name="ReceivedAt">When it came in there: the legal day is that one, however long the hand-over takes.</param>
/// <param name="Collected">For an application: who received it, and whether the applicant's identity was confirmed.</param>
public sealed record HandedEvent(IncomingEvent Event, Instant ReceivedAt, Collection? Collected);
