using CrossRegion.Embedded.DurableTask.Faults;

namespace CrossRegion.DurableTask.Tests.Crashes;

/// <summary>Crashes the engine when it reaches a fault point for the given time.</summary>
internal sealed class CrashAt(EngineFaultPoint point, int occurrence) : IEngineFaults
{
    private readonly TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _reached;

    public Task Crashed => _crashed.Task;

    public void Reached(EngineFaultPoint reached)
    {
        if (reached == point && Interlocked.Increment(ref _reached) == occurrence)
        {
            _crashed.TrySetResult();
            throw new InvalidOperationException($"Crash at {point}, occurrence {occurrence}.");
        }
    }
}
