using CrossRegion.Embedded.DurableTask.Faults;

namespace CrossRegion.CrashHost;

internal sealed class EngineCrash(CrashPlan plan) : IEngineFaults
{
    public void Reached(EngineFaultPoint point) => plan.Reached("Engine", point);
}
