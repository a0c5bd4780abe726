using CrossRegion.Embedded.DurableTask.Faults;

namespace CrossRegion.Embedded.DurableTask;

/// <summary>
/// Whether the engine runs, known to all its parts. The first break-down stops everything: an engine whose memory and disk
/// may differ must not acknowledge anything more.
/// </summary>
internal sealed class EngineStop(IEngineFaults faults)
{
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _cause;

    /// <summary>Fails when the engine breaks down.</summary>
    public Task Broken => _broken.Task;

    public bool IsBroken => _cause is not null;

    public void Break(Exception cause)
    {
        if (Interlocked.CompareExchange(ref _cause, cause, null) is null)
        {
            _broken.TrySetException(Exception());
        }
    }

    public EngineStoppedException Exception() => new("The engine has broken down; see the inner exception.", _cause);

    /// <exception cref="EngineStoppedException">The engine has broken down, before or at this point.</exception>
    public void At(EngineFaultPoint point)
    {
        if (!IsBroken)
        {
            try
            {
                faults.Reached(point);
                return;
            }
            catch (Exception fault)
            {
                Break(fault);
            }
        }

        throw Exception();
    }
}
