namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>Waiting for a token.</summary>
internal static class Cancellations
{
    /// <summary>Ends when the token is cancelled.</summary>
    public static async Task AsTask(this CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
