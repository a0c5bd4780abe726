namespace CrossRegion.Simulators.Faults;

/// <summary>How a system posts events to the host. Rates are parts of the events, 0 to 1.</summary>
internal sealed record PostFaults
{
    public static PostFaults None { get; } = new();

    /// <summary>Posted once more, after others that came later.</summary>
    public Delayed Duplicates { get; init; } = Delayed.Never;

    /// <summary>Held back, so that later ones overtake it.</summary>
    public Delayed Reordered { get; init; } = Delayed.Never;

    /// <summary>The rate of events that are posted in a damaged form first, which the host has to refuse, and then as they are.</summary>
    public double Malformed { get; init; }

    /// <summary>The rate of events that are posted with a wrong function key first, which the host has to answer 401, and then with the right one.</summary>
    public double WrongKeys { get; init; }
}
