namespace CrossRegion.Portal.Progress;

/// <summary>Where a stage stands on the way.</summary>
internal enum StepState
{
    Done,
    Current,

    /// <summary>Current, and the applicant or an operator has to do something.</summary>
    Attention,
    Ahead,

    /// <summary>The way ends here without a decision, or with a refusal.</summary>
    Ended,
}
