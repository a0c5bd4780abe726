namespace CrossRegion.Orchestrations.Flow;

/// <summary>The notice of what to supplement is out.</summary>
/// <param name="Round">Its number.</param>
/// <param name="Until">The end of the last day to answer it, UTC.</param>
public sealed record Notified(int Round, DateTime Until, IReadOnlyList<string> Publications) : Taken(Publications);
