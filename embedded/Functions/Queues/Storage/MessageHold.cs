namespace CrossRegion.Embedded.Functions.Queues.Storage;

/// <summary>
/// Keeps a message out of others' sight while somebody works on it: renewed when half of <paramref name="time"/> is over, sooner
/// after a renewal that failed. Ends when it is told to, when the message is lost, or with the process.
/// </summary>
/// <param name="renew">Renews by a receipt and gives the next one, or null when the message is lost.</param>
internal sealed class MessageHold(string receipt, TimeSpan time, Func<string, Task<string?>> renew, TimeProvider clock)
{
    /// <summary>After failures it is tried again after a half, a quarter, ... of the usual pause, down to this part of the time.</summary>
    private const int MostTries = 10;

    private readonly CancellationTokenSource _end = new();
    private string _receipt = receipt;
    private Task _renewing = Task.CompletedTask;

    public void Begin(Action<Exception> failed, CancellationToken stopping) => _renewing = RenewAsync(failed, stopping);

    /// <summary>Renews no more and gives the latest receipt; may be called again.</summary>
    public async Task<string> EndAsync()
    {
        await _end.CancelAsync();
        await _renewing;
        return _receipt;
    }

    private async Task RenewAsync(Action<Exception> failed, CancellationToken stopping)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, stopping);
        TimeSpan pause = time / 2;
        while (true)
        {
            await Task.Delay(pause, clock, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                return;
            }

            try
            {
                if (await renew(_receipt) is not { } next)
                {
                    return;
                }

                (_receipt, pause) = (next, time / 2);
            }
            catch (Exception fault)
            {
                failed(fault);
                pause = TimeSpan.FromTicks(Math.Max(pause.Ticks / 2, time.Ticks / MostTries));
            }
        }
    }
}
