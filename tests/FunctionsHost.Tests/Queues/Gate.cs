namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>Holds those who come until it opens, and counts them.</summary>
public sealed class Gate
{
    private int _inside;
    private int _ended;
    private int _most;

    public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int MostAtOnce => Volatile.Read(ref _most);

    public int Ended => Volatile.Read(ref _ended);

    public async Task PassAsync(Action entered)
    {
        int inside = Interlocked.Increment(ref _inside);
        lock (Open)
        {
            _most = Math.Max(_most, inside);
        }

        entered();
        await Open.Task;
        Interlocked.Decrement(ref _inside);
        Interlocked.Increment(ref _ended);
    }
}
