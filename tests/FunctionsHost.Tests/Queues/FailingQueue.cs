using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Queues;

public sealed class FailingQueue(Probe probe)
{
    [Function("Fail")]
    public void Fail([QueueTrigger("failing")] string message, int dequeueCount)
    {
        probe.Tell($"attempt {dequeueCount}");
        throw new InvalidOperationException(message);
    }

    [Function("Poison")]
    public void Poison([QueueTrigger("failing-poison")] string message) => probe.Tell($"poison {message}");
}
