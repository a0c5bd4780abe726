namespace CrossRegion.Orchestrations.Events;

/// <summary>The CloudEvents types on the wire; each has a JSON schema in <c>docs/events/</c>.</summary>
public static class EventTypes
{
    public const string Prefix = "gov.crossregion.";

    // In: from provincial platforms and departments.
    public const string ApplicationSubmitted = "gov.crossregion.application.submitted.v1";
    public const string ApplicationSupplemented = "gov.crossregion.application.supplemented.v1";
    public const string ApplicationWithdrawn = "gov.crossregion.application.withdrawn.v1";
    public const string ReviewDecided = "gov.crossregion.review.decided.v1";
    public const string EvaluationSubmitted = "gov.crossregion.evaluation.submitted.v1";

    public const string ProcedureStarted = "gov.crossregion.procedure.started.v1";
    public const string ProcedureEnded = "gov.crossregion.procedure.ended.v1";
    public const string ExtensionApproved = "gov.crossregion.extension.approved.v1";

    // Out: to subscribers.
    public const string ApplicationReceived = "gov.crossregion.application.received.v1";
    public const string SupplementRequested = "gov.crossregion.supplement.requested.v1";
    public const string ApplicationAccepted = "gov.crossregion.application.accepted.v1";
    public const string ApplicationRefusedAcceptance = "gov.crossregion.application.refused-acceptance.v1";
    public const string ReviewRequested = "gov.crossregion.review.requested.v1";
    public const string ApplicationDecided = "gov.crossregion.application.decided.v1";
    public const string CertificateIssued = "gov.crossregion.certificate.issued.v1";
    public const string ApplicationDelivered = "gov.crossregion.application.delivered.v1";
    public const string EvaluationInvited = "gov.crossregion.evaluation.invited.v1";
    public const string LimitPaused = "gov.crossregion.limit.paused.v1";
    public const string LimitResumed = "gov.crossregion.limit.resumed.v1";
    public const string LimitExtended = "gov.crossregion.limit.extended.v1";
    public const string LimitRecomputed = "gov.crossregion.limit.recomputed.v1";
    public const string SupervisionRaised = "gov.crossregion.supervision.raised.v1";

    public static readonly IReadOnlySet<string> Incoming = new HashSet<string>(StringComparer.Ordinal)
    {
        ApplicationSubmitted, ApplicationSupplemented, ApplicationWithdrawn, ReviewDecided, EvaluationSubmitted, ProcedureStarted,
        ProcedureEnded, ExtensionApproved,
    };

    public static readonly IReadOnlySet<string> Outgoing = new HashSet<string>(StringComparer.Ordinal)
    {
        ApplicationReceived, SupplementRequested, ApplicationAccepted, ApplicationRefusedAcceptance, ReviewRequested, ApplicationDecided,
        CertificateIssued, ApplicationDelivered, EvaluationInvited, LimitPaused, LimitResumed, LimitExtended, LimitRecomputed, SupervisionRaised,
    };
}
