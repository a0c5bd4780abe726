using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>预审: competence, and everything missing, at one time (行政许可法 art. 32).</summary>
public sealed class PreReviewApplication(CaseStore cases, CaseLimits limits, EffectLedger effects, ServiceCatalogue catalogue, IClock clock)
{
    [Function(nameof(PreReviewApplication))]
    public async Task<Examined> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        await limits.SettleAsync(reference.Number, cancellation); // five days of silence accept what nobody has examined
        var subject = await cases.GetAsync(reference.Number, cancellation);
        var item = catalogue.Get(subject.Item, subject.ItemVersion);
        Dictionary<string, bool> lookedUp = [];
        var competent = PreReview.Competence(item, subject) is null;
        foreach (var code in competent && subject.Acceptance is null ? PreReview.LookUps(item) : [])
        {
            var answer = await effects.ResultAsync<SharedDataAnswer>(reference.Number, LookUpSharedData.EffectKey(code), cancellation);
            lookedUp[code] = answer.Found;
        }

        var taken = await cases.TakeAsync(reference.Number, Examine, cancellation);
        var acceptable = competent && taken.Case.NonAcceptance is null;
        var deficient = acceptable && taken.Case.Acceptance is null && taken.Case.Deficiencies.Count > 0;
        return new Examined(acceptable, deficient, taken.Publications) { WakesLimits = taken.WakesLimits };

        // One examination at first, and one after each supplement.
        CaseStep? Examine(Case application) =>
            application.Stage is CaseStage.Received or CaseStage.PreReview && application.PreReviews == application.Supplements.Count
                ? new PreReviewed(
                    clock.GetCurrentInstant(),
                    CaseActors.System,
                    application.PreReviews + 1,
                    lookedUp,
                    competent ? PreReview.Examine(item, application, lookedUp) : [])
                : null;
    }
}
