namespace CrossRegion.Orchestrations.Flow;

/// <summary>A step was taken (now or before); these effects tell of it and are still to be done.</summary>
public record Taken(IReadOnlyList<string> Publications)
{
    /// <summary>Who watches the limits has to look.</summary>
    public bool WakesLimits { get; init; }
}
