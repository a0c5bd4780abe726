using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Load;
using CrossRegion.Simulators.Reserved;

namespace CrossRegion.App.Tests.Stamps;

/// <summary>An application on its way: where it was filed, who decides, and how it is to end.</summary>
/// <param name="Application">What is filed.</param>
/// <param name="Item">What is applied for.</param>
/// <param name="Answer">The answer of the stamp that it is filed with, however long that takes.</param>
internal sealed record Crossing(GeneratedApplication Application, ServiceItem Item, Task<HostAnswer> Answer)
{
    /// <summary>The province that files it.</summary>
    public ProvinceCode Filing { get; } = ProvinceCode.Parse(((string)Application.Filing.Event["source"]!).Split(':')[3]);

    /// <summary>办理地.</summary>
    public ProvinceCode Competent => Item.Lead.Province;

    public string Number => Answer.Result.Number.ShouldNotBeNull($"{Application.Filing.Reference}: {Answer.Result.Status} {Answer.Result.Body}");

    public bool IsGranted => Application.Outcome is ReservedOutcome.Granted or ReservedOutcome.Supplemented;

    /// <summary>The last stage.</summary>
    public string End =>
        Application.Outcome == ReservedOutcome.Withdrawn ? StageCodes.Withdrawn
        : Application.Filing.Evaluation is not null ? StageCodes.Evaluated
        : Application.Outcome == ReservedOutcome.NotCompetent ? StageCodes.NotAccepted
        : StageCodes.Delivered;

    /// <summary>Whether that is how it ended: decision, certificate, reasons.</summary>
    public bool IsAsExpected(ApplicationView view) =>
        view.Stage.Code == End
        && view.Failure is null
        && (view.NotAccepted is not null) == (Application.Outcome == ReservedOutcome.NotCompetent)
        && (view.Supplement is not null) == (Application.Outcome == ReservedOutcome.Supplemented)
        && view.Decision?.Outcome == Decision
        && (view.Certificate is not null) == IsGranted;

    /// <summary>The types of everything that the applicant is told, each once.</summary>
    public IReadOnlyList<string> Notices =>
    [
        EventTypes.ApplicationReceived,
        .. Application.Outcome switch
        {
            ReservedOutcome.NotCompetent => (IReadOnlyList<string>)[EventTypes.ApplicationRefusedAcceptance, EventTypes.EvaluationInvited],
            ReservedOutcome.Withdrawn => [EventTypes.ApplicationAccepted],
            ReservedOutcome.Refused => Decided,
            ReservedOutcome.Supplemented => [EventTypes.SupplementRequested, EventTypes.CertificateIssued, .. Decided],
            _ => [EventTypes.CertificateIssued, .. Decided],
        },
    ];

    private static IReadOnlyList<string> Decided { get; } =
        [EventTypes.ApplicationAccepted, EventTypes.ApplicationDecided, EventTypes.ApplicationDelivered, EventTypes.EvaluationInvited];

    private DecisionOutcome? Decision =>
        IsGranted ? DecisionOutcome.Granted : Application.Outcome == ReservedOutcome.Refused ? DecisionOutcome.Refused : null;

    public override string ToString() =>
        $"{(Answer.IsCompletedSuccessfully ? Answer.Result.Number : "no number")} ({Application.Filing.Reference}, {Item.Mode}, {Filing} to {Competent}, {Application.Outcome})";
}
