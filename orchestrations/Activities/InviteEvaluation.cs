using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>The applicant is invited to rate the service (国办发〔2019〕51号: 一事一评).</summary>
public sealed class InviteEvaluation(CaseStore cases, IClock clock)
{
    [Function(nameof(InviteEvaluation))]
    public async Task<Taken> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        var taken = await cases.TakeAsync(
            reference.Number,
            _ => new EvaluationInvited(clock.GetCurrentInstant(), CaseActors.System),
            cancellation);
        return taken.Told();
    }
}
