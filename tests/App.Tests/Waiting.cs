namespace CrossRegion.App.Tests;

/// <summary>Waits for what only comes to be seen by looking: other processes' state.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>However much changes: what goes to and fro for so long gets nowhere.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks until it is as wanted, for as long as what is seen changes.</summary>
    /// <param name="what">What is waited for.</param>
    /// <param name="look">What there is; an <see cref="HttpRequestException"/> is nothing yet.</param>
    /// <param name="isReached">Whether that is it.</param>
    /// <exception cref="TimeoutException">In vain; the message says for what, and what was seen last.</exception>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T>> look, Func<T, bool> isReached)
    {
        using var ticks = new PeriodicTimer(Between);
        using var longest = new CancellationTokenSource(Longest);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(longest.Token);
        patience.CancelAfter(Patience);
        object? seen = null;
        string? trouble = null;
        try
        {
            while (true)
            {
                try
                {
                    var found = await look();
                    if (isReached(found))
                    {
                        return found;
                    }

                    if (!Equals(seen, found))
                    {
                        patience.CancelAfter(Patience);
                        seen = found;
                    }
                }
                catch (HttpRequestException failure)
                {
                    trouble = failure.Message;
                }

                await ticks.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Waited {Longest.TotalMinutes} minutes, or {Patience.TotalSeconds} s without a change, for {what} and saw: {seen}. Last trouble: {trouble}");
        }
    }

    public static Task UntilAsync(string what, Func<Task<bool>> isReached) => UntilAsync(what, isReached, reached => reached);
}
