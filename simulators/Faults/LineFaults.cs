namespace CrossRegion.Simulators.Faults;

/// <summary>What goes wrong on the line from one stamp to another. Rates are parts of the hand-overs, 0 to 1; one that is sent again is judged anew.</summary>
internal sealed record LineFaults
{
    public static LineFaults None { get; } = new();

    /// <summary>How requests are answered.</summary>
    public AnswerFaults Answers { get; init; } = AnswerFaults.None;

    /// <summary>The rate of hand-overs that arrive with another signature than they were sent with.</summary>
    public double WrongSignatures { get; init; }

    /// <summary>The rate of hand-overs that are taken, and whose receipt comes back with another signature.</summary>
    public double WrongReceipts { get; init; }

    /// <summary>Handed over once more, after others that came later.</summary>
    public Delayed Duplicates { get; init; } = Delayed.Never;

    /// <summary>Held back, so that later ones overtake it, those of the same request too.</summary>
    public Delayed Reordered { get; init; } = Delayed.Never;
}
