namespace CrossRegion.Cli.Simulation;

/// <summary>Where a case stands, for the count.</summary>
internal enum Ending
{
    /// <summary>Not at its end.</summary>
    Open,

    /// <summary>准予: the result has reached the applicant.</summary>
    Granted,

    /// <summary>不予.</summary>
    Refused,

    /// <summary>不予受理, 不受理.</summary>
    NotAccepted,

    /// <summary>撤回.</summary>
    Withdrawn,
}
