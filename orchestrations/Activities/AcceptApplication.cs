using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Limits;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>受理, with a dated receipt (行政许可法 art. 32); the limits run from here (art. 42).</summary>
public sealed class AcceptApplication(CaseStore cases, CaseLimits limits, CaseTime time, IClock clock)
{
    [Function(nameof(AcceptApplication))]
    public async Task<AcceptedPlan> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        await limits.SettleAsync(reference.Number, cancellation); // five days of silence have accepted it already
        var taken = await cases.TakeAsync(reference.Number, Accept, cancellation);
        var item = time.RulesOf(taken.Case).Item;
        return new AcceptedPlan([.. item.Departments.Select(department => new PlannedReview(department.Key, department.DependsOn))], taken.Publications)
        {
            WakesLimits = taken.WakesLimits,
        };

        CaseStep Accept(Case subject)
        {
            var now = clock.GetCurrentInstant();
            var rules = time.RulesOf(subject);
            var acceptance = Acceptance.From(ChinaTime.DateOf(now), subject.Number, rules);
            return new Accepted(now, CaseActors.System, acceptance, [.. rules.Item.Departments.Select(department => department.Key)]);
        }
    }
}
