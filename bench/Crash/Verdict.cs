namespace CrossRegion.Bench.Crash;

/// <summary>What is held against the engine.</summary>
internal enum Verdict
{
    /// <summary>Something acknowledged or used has vanished: a start, a decision, a result.</summary>
    Lost,

    /// <summary>Something happened twice: a run after its result was used or within one life, a decision heard twice.</summary>
    Duplicated,

    /// <summary>Something is not as it must be: an answer nobody gave, two answers to one question, an end that changes.</summary>
    Wrong,
}
