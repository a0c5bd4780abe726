using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>办结: nothing is left to decide.</summary>
public sealed class ConcludeApplication(CaseStore cases, IClock clock)
{
    [Function(nameof(ConcludeApplication))]
    public async Task<Taken> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        var taken = await cases.TakeAsync(reference.Number, _ => new Concluded(clock.GetCurrentInstant(), CaseActors.System), cancellation);
        return taken.Told();
    }
}
