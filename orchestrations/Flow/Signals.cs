namespace CrossRegion.Orchestrations.Flow;

/// <summary>
/// The external events that wake an orchestration. They carry nothing: what came in is in the case's inbox, so a signal that is lost
/// with its generation loses no more than a nudge.
/// </summary>
public static class Signals
{
    public const string Supplemented = "supplemented";
    public const string Withdrawn = "withdrawn";
    public const string ReviewDecided = "review-decided";

    /// <summary>A special procedure is over: the decision may be made.</summary>
    public const string ProcedureEnded = "procedure-ended";

    /// <summary>To whoever watches the limits: something is due earlier than it was, or never again.</summary>
    public const string LimitsChanged = "limits-changed";

    /// <summary>To a department's review: another refused, or the applicant withdrew.</summary>
    public const string Stop = "stop";
}
