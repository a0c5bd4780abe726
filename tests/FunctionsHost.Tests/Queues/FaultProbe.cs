using CrossRegion.Embedded.Functions.Queues.Faults;

namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>Tells that a fault point was reached.</summary>
internal sealed class FaultProbe(Probe probe, QueueFaultPoint watched) : IQueueFaults
{
    public void Reached(QueueFaultPoint point)
    {
        if (point == watched)
        {
            probe.Tell($"{point}");
        }
    }
}
