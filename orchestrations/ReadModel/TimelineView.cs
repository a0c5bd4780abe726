namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>Everything that happened to an application, oldest first.</summary>
public sealed record TimelineView(string Number, IReadOnlyList<TimelineEntryView> Entries);
