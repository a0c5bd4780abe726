namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>补正告知: the one notice of everything to be supplemented (行政许可法 art. 32(4)).</summary>
/// <param name="RequestedOn">The notice's day.</param>
/// <param name="DueOn">The last day for the supplement.</param>
/// <param name="Deficiencies">All that is missing or wrong.</param>
public sealed record SupplementView(DateOnly RequestedOn, DateOnly DueOn, IReadOnlyList<DeficiencyView> Deficiencies);
