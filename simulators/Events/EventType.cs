namespace CrossRegion.Simulators.Events;

/// <summary>
/// The events that provinces send and act on, as <c>docs/events/</c> defines them. Written here once more on purpose: a province
/// knows the published contract and no code of ours.
/// </summary>
internal static class EventType
{
    public const string ApplicationSubmitted = "gov.crossregion.application.submitted.v1";
    public const string ApplicationWithdrawn = "gov.crossregion.application.withdrawn.v1";
    public const string ApplicationSupplemented = "gov.crossregion.application.supplemented.v1";
    public const string ReviewDecided = "gov.crossregion.review.decided.v1";
    public const string EvaluationSubmitted = "gov.crossregion.evaluation.submitted.v1";

    public const string ApplicationReceived = "gov.crossregion.application.received.v1";
    public const string SupplementRequested = "gov.crossregion.supplement.requested.v1";
    public const string ApplicationAccepted = "gov.crossregion.application.accepted.v1";
    public const string ApplicationRefusedAcceptance = "gov.crossregion.application.refused-acceptance.v1";
    public const string ReviewRequested = "gov.crossregion.review.requested.v1";
    public const string ApplicationDecided = "gov.crossregion.application.decided.v1";
    public const string CertificateIssued = "gov.crossregion.certificate.issued.v1";
    public const string ApplicationDelivered = "gov.crossregion.application.delivered.v1";
    public const string EvaluationInvited = "gov.crossregion.evaluation.invited.v1";

    /// <summary>What a citizen is told; the other outgoing type is for departments.</summary>
    public static readonly IReadOnlyList<string> Notices =
    [
        ApplicationReceived, SupplementRequested, ApplicationAccepted, ApplicationRefusedAcceptance,
        ApplicationDecided, CertificateIssued, ApplicationDelivered, EvaluationInvited,
    ];
}
