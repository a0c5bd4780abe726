using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Stamps;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>移交: hands an application that was received here to the stamp that decides on it, once.</summary>
public sealed class HandOverApplication(Forwarding forwarding)
{
    [Function(nameof(HandOverApplication))]
    public Task RunAsync([ActivityTrigger] CheckedApplication application, CancellationToken cancellation) =>
        forwarding.HandOverCheckedAsync(application.Number, application.IdentityConfirmed, cancellation);
}
