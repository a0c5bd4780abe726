using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Limits;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>What time has brought to a case: silence that became acceptance, limits near their end or past it (行政许可法 art. 32, 42 to 45).</summary>
public sealed class SettleLimits(CaseLimits limits)
{
    [Function(nameof(SettleLimits))]
    public Task<SettledLimits> RunAsync([ActivityTrigger] ApplicationNumber number, CancellationToken cancellation) =>
        limits.SettleAsync(number, cancellation);
}
