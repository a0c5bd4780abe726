namespace CrossRegion.Embedded.DurableTask.Faults;

/// <summary>
/// Called at every fault point, on the thread that reaches it. Registered as a service by tests; without one nothing is
/// called. An exception thrown here stops the engine as a crash does: nothing more is committed, acknowledged or started,
/// and what is durable is taken up by the next engine that opens the directory. Ending the process is the real thing.
/// </summary>
public interface IEngineFaults
{
    void Reached(EngineFaultPoint point);
}
