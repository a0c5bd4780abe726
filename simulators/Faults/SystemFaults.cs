namespace CrossRegion.Simulators.Faults;

/// <summary>What goes wrong with one kind of systems.</summary>
internal sealed record SystemFaults
{
    public static SystemFaults None { get; } = new();

    public AnswerFaults Answers { get; init; } = AnswerFaults.None;

    public PostFaults Posts { get; init; } = PostFaults.None;

    /// <summary>How long the people at it take before they answer; null: as the options of the simulation say.</summary>
    public Distribution? Time { get; init; }
}
