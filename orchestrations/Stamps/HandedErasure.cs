using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>The body of a hand-over that erases: what is left of the application, in which there is no person any more.</summary>
/// <param name="View">The application as the competent stamp shows it from now on.</param>
/// <param name="Entries">Its steps, oldest first; the last one is the erasure.</param>
public sealed record HandedErasure(ApplicationView View, IReadOnlyList<TimelineEntryView> Entries);
