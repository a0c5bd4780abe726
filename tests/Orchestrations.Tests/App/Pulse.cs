namespace CrossRegion.Orchestrations.Tests.App;

/// <summary>Beats whenever something happened that a test may be waiting for, so that nobody has to sleep.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next beat; to be asked for before looking.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Beat() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
