using System.Diagnostics;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Faults;
using CrossRegion.FunctionsHost.Tests.Queues.Storage;

namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>New, empty queues of one kind without a host around them, as one process after another opens them.</summary>
internal abstract class QueueBench : IAsyncDisposable
{
    public static readonly QueueName Work = QueueName.Parse("work")!.Value;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public IMessageQueues Queues { get; private set; } = null!;

    /// <summary>The time by which messages become visible.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Whether a host of this kind comes by such a point at all.</summary>
    public abstract bool Reaches(QueueFaultPoint point);

    /// <param name="hold">How long a dead process's messages are out of sight, where that takes time at all; default 10 minutes.</param>
    public static async Task<QueueBench> OpenAsync(QueueKind kind, IQueueFaults? faults = null, TimeSpan? hold = null)
    {
        QueueBench bench = kind == QueueKind.Sqlite ? new SqliteBench() : await StorageBench.CreateAsync(hold);
        bench.Begin(faults);
        return bench;
    }

    /// <summary>Ends the process that has the queues open and opens them in the next one.</summary>
    public async Task ReopenAsync()
    {
        await CloseAsync();
        Begin();
    }

    public Task PutAsync(params string[] texts) =>
        Queues.EnqueueAsync([.. texts.Select(text => new NewMessage(Work, BinaryData.FromString(text)))]);

    public Task<IReadOnlyList<QueueMessage>> TakeAsync(int most) => Queues.DequeueAsync(Work, most);

    /// <summary>Takes until there are so many, and lets the time pass that this needs.</summary>
    public async Task<IReadOnlyList<QueueMessage>> TakeLaterAsync(int count, QueueName? queue = null)
    {
        Stopwatch watch = Stopwatch.StartNew();
        List<QueueMessage> taken = [];
        while (true)
        {
            taken.AddRange(await Queues.DequeueAsync(queue ?? Work, count - taken.Count));
            if (taken.Count >= count)
            {
                return taken;
            }

            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s for {count} messages and saw {taken.Count}: [{string.Join("; ", taken.Select(Text))}]");
            }

            await PassAsync();
        }
    }

    /// <summary>Lets those who hold messages renew their holds, if that is something they do.</summary>
    public virtual Task RenewAsync() => Task.CompletedTask;

    /// <summary>Lets the time pass after which nothing is held any more by a process that has ended.</summary>
    public virtual Task OutliveHoldsAsync() => Task.CompletedTask;

    public abstract ValueTask CloseAsync();

    public virtual async ValueTask DisposeAsync() => await CloseAsync();

    public static string Text(QueueMessage message) => message.Body.ToString();

    protected void Begin(IQueueFaults? faults = null) => Queues = Open(faults);

    protected abstract IMessageQueues Open(IQueueFaults? faults);

    /// <summary>Lets a second pass at most.</summary>
    protected abstract Task PassAsync();
}
