using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>送达 (行政许可法 art. 44): the certificate, or the decision that refuses it.</summary>
public sealed class DeliverResult(CaseStore cases, IClock clock)
{
    [Function(nameof(DeliverResult))]
    public async Task<Taken> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        var taken = await cases.TakeAsync(reference.Number, _ => new Delivered(clock.GetCurrentInstant(), CaseActors.System), cancellation);
        return taken.Told();
    }
}
