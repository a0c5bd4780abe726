using CrossRegion.Domain;
using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Portal.Progress;

/// <summary>环节: the way of an application along the stages of the law, as far as it went and as far as it will go.</summary>
internal static class StageProgress
{
    private static readonly LocalizedText Received = new("收件", "Received");
    private static readonly LocalizedText PreReview = new("预审", "Pre-review");
    private static readonly LocalizedText Accepted = new("受理", "Accepted");
    private static readonly LocalizedText Review = new("审查", "Review");
    private static readonly LocalizedText Decision = new("决定", "Decision");
    private static readonly LocalizedText Refusal = new("不予许可决定", "Refused");
    private static readonly LocalizedText Certificate = new("制证", "Certificate");
    private static readonly LocalizedText Delivery = new("送达", "Delivery");
    private static readonly LocalizedText Evaluation = new("评价", "Rating");

    public static IReadOnlyList<ProgressStep> Of(ApplicationView application) => application.Stage.Code switch
    {
        StageCodes.NotAccepted or StageCodes.NotRequired => [.. Done(Received, PreReview), End(application)],
        StageCodes.Withdrawn => [.. application.AcceptedOn is null ? Done(Received) : Done(Received, PreReview, Accepted), End(application)],
        _ => Along(application),
    };

    private static IReadOnlyList<ProgressStep> Along(ApplicationView application)
    {
        var refused = application.Decision?.Outcome == DecisionOutcome.Refused;
        LocalizedText[] way = refused
            ? [Received, PreReview, Accepted, Review, Refusal, Delivery, Evaluation]
            : [Received, PreReview, Accepted, Review, Decision, Certificate, Delivery, Evaluation];
        var reached = Array.IndexOf(way, Reached(application.Stage.Code, refused));
        if (application.Stage.Code is StageCodes.SupplementRequested or StageCodes.SpecialProcedure)
        {
            way[reached] = StageName(application);
        }

        return [.. way.Select((name, index) => new ProgressStep(name, State(index)))];

        StepState State(int index) => index switch
        {
            _ when refused && way[index] == Refusal => StepState.Ended,
            _ when index < reached || application.Stage.Code == StageCodes.Evaluated => StepState.Done,
            _ when index > reached => StepState.Ahead,
            _ when application.Stage.Code == StageCodes.Delivered => StepState.Done,
            _ when application.Failure is not null || application.Stage.Code == StageCodes.SupplementRequested => StepState.Attention,
            _ => StepState.Current,
        };
    }

    private static LocalizedText Reached(string stage, bool refused) => stage switch
    {
        StageCodes.PreReview or StageCodes.SupplementRequested => PreReview,
        StageCodes.Accepted => Accepted,
        StageCodes.UnderReview or StageCodes.SpecialProcedure => Review,
        StageCodes.Decided or StageCodes.Concluded => refused ? Refusal : Decision,
        StageCodes.CertificateMade => Certificate,
        StageCodes.Delivered => Delivery,
        StageCodes.Evaluated => Evaluation,
        _ => Received,
    };

    private static IEnumerable<ProgressStep> Done(params LocalizedText[] names) => names.Select(name => new ProgressStep(name, StepState.Done));

    private static ProgressStep End(ApplicationView application) => new(StageName(application), StepState.Ended);

    private static LocalizedText StageName(ApplicationView application) => new(application.Stage.Zh, application.Stage.En);
}
