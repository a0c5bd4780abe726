using CrossRegion.Embedded.DurableTask.Faults;

namespace CrossRegion.DurableTask.Tests.Releases;

/// <summary>
/// Lets no turn begin from <see cref="Hold"/> on, so that messages stay in the journal, and none of its rows be taken over into
/// the instances from <see cref="Crash"/> on.
/// </summary>
internal sealed class HeldTurns : IEngineFaults
{
    private readonly ManualResetEventSlim _crash = new();
    private volatile bool _isHeld;

    public void Hold() => _isHeld = true;

    public void Crash() => _crash.Set();

    public void Reached(EngineFaultPoint point)
    {
        if (_isHeld && point is EngineFaultPoint.BeforeTurn or EngineFaultPoint.BeforeCheckpoint)
        {
            _crash.Wait();
            throw new InvalidOperationException("The recording ends.");
        }
    }
}
