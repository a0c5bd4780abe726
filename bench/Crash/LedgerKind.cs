namespace CrossRegion.Bench.Crash;

/// <summary>What a line of the ledger tells.</summary>
internal enum LedgerKind
{
    /// <summary>A start is asked for.</summary>
    StartAsked,

    /// <summary>The start is acknowledged.</summary>
    StartAcknowledged,

    /// <summary>An activity begins; the answers are those in its input.</summary>
    RunBegun,

    /// <summary>An activity ends; the answer is its own.</summary>
    RunEnded,

    /// <summary>The timer before the activity fired too early.</summary>
    Early,

    /// <summary>An office sends a decision.</summary>
    DecisionSent,

    /// <summary>The decision is acknowledged.</summary>
    DecisionAcknowledged,

    /// <summary>Whoever waited for the end was told; the answers are the output.</summary>
    EndTold,

    /// <summary>The instance as it is after everything; the answers are the output.</summary>
    FoundAtLast,
}
