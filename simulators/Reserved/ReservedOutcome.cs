namespace CrossRegion.Simulators.Reserved;

/// <summary>How the application of a reserved applicant ends; the number stands in its identifier.</summary>
public enum ReservedOutcome
{
    /// <summary>准予: everything is on record and every department approves.</summary>
    Granted = 1,

    /// <summary>不予: the first department that is asked refuses, with a reason.</summary>
    Refused = 2,

    /// <summary>不予受理: it is filed where the item cannot be applied for.</summary>
    NotCompetent = 3,

    /// <summary>补正: nothing is on record; what is missing is handed in, and it is granted.</summary>
    Supplemented = 4,

    /// <summary>逾期未补正: nothing is on record, and what is missing is not handed in.</summary>
    Lapsed = 5,

    /// <summary>The provider of shared data answers 503 until it is healed.</summary>
    ProviderDown = 6,

    /// <summary>No department ever answers.</summary>
    Silent = 7,

    /// <summary>撤回: no department answers, and the applicant withdraws once it is accepted.</summary>
    Withdrawn = 8,
}
