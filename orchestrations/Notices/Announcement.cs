using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Orchestrations.Notices;

/// <summary>The event that tells of a step, and the names of those who want it.</summary>
public sealed record Announcement(OutgoingEvent Event, IReadOnlyList<string> Subscribers);
