namespace CrossRegion.Embedded.Functions.Queues.Faults;

/// <summary>
/// Called at every fault point, on the thread that reaches it. Registered as a service by tests; without one nothing is
/// called. An exception thrown here stops the queues as a crash does: nothing more is committed or acknowledged, and what is
/// durable is taken up by the next host that opens the directory. Ending the process is the real thing.
/// </summary>
public interface IQueueFaults
{
    void Reached(QueueFaultPoint point);
}
