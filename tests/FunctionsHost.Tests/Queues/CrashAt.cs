using CrossRegion.Embedded.Functions.Queues.Faults;

namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>Crashes when a fault point is reached.</summary>
internal sealed class CrashAt(QueueFaultPoint crash) : IQueueFaults
{
    public bool HasCrashed { get; private set; }

    public void Reached(QueueFaultPoint point)
    {
        if (point == crash)
        {
            HasCrashed = true;
            throw new IOException($"crash at {point}");
        }
    }
}
