using CrossRegion.Embedded.DurableTask.Faults;

namespace CrossRegion.DurableTask.Tests.Disks;

/// <summary>Keeps what stands on the disk at some of the moments at which it has just changed, with what was acknowledged by then.</summary>
/// <param name="image">Reads the disk.</param>
/// <param name="acknowledged">What was acknowledged so far.</param>
/// <param name="every">At every how manyeth moment.</param>
internal sealed class PowerCuts(Func<byte[]> image, Func<IReadOnlyList<string>> acknowledged, int every) : IEngineFaults
{
    private readonly Lock _gate = new();
    private readonly List<PowerCut> _cuts = [];
    private int _moments;

    public IReadOnlyList<PowerCut> Cuts => _cuts;

    public void Reached(EngineFaultPoint point)
    {
        if (point is not (EngineFaultPoint.AfterCommit or EngineFaultPoint.BeforeAcknowledgement or EngineFaultPoint.DuringCheckpoint or EngineFaultPoint.AfterCheckpoint))
        {
            return;
        }

        lock (_gate)
        {
            if (_moments++ % every == 0)
            {
                var known = acknowledged();
                _cuts.Add(new PowerCut(point, known, image()));
            }
        }
    }
}
