using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Queues;

public sealed class GatedQueue(Probe probe, Gate gate)
{
    [Function("Gated")]
    public Task Run([QueueTrigger("gated")] string message) => gate.PassAsync(() => probe.Tell(message));
}
