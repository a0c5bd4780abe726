using CrossRegion.Embedded.Functions.Queues.Faults;

namespace CrossRegion.CrashHost;

internal sealed class QueueCrash(CrashPlan plan) : IQueueFaults
{
    public void Reached(QueueFaultPoint point) => plan.Reached("Queue", point);
}
