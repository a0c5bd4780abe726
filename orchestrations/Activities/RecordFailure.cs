using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>Lets operators see where the machine could not go on.</summary>
public sealed class RecordFailure(CaseStore cases, IClock clock)
{
    [Function(nameof(RecordFailure))]
    public async Task RunAsync([ActivityTrigger] FailureReport report, CancellationToken cancellation)
    {
        await cases.TakeAsync(
            report.Number,
            _ => new HandlingFailed(clock.GetCurrentInstant(), CaseActors.System, report.Generation, report.Step, report.Reason),
            cancellation);
    }
}
