namespace CrossRegion.Embedded.DurableTask.Faults;

/// <summary>Nothing happens at the fault points.</summary>
internal sealed class NoFaults : IEngineFaults
{
    public void Reached(EngineFaultPoint point)
    {
        // The normal case.
    }
}
