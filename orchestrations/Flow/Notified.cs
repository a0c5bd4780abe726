namespace CrossRegion.Orchestrations.Flow;

/// <summary>The notice of what to supplement is out.</summary>
/// <param name="Round">Its number.</param>
/// <param name="Until">The end of the last day to answer it, UTC.</param>
public sealed record Notified(int Round, DateTime Until, IReadOnlyList<string> Publications) : Taken(Publications)
{
    /// <summary>There is no notice: five days of silence have accepted the application before (行政许可法 art. 32(4)).</summary>
    public bool TooLate { get; init; }
}
