using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Queues.Faults;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.Functions.Queues.Sqlite;

/// <summary>The embedded host's own queues, in <c>queues.db</c> of the data directory.</summary>
internal sealed partial class SqliteQueues(DataDirectory data, TimeProvider clock, ILogger<SqliteQueues> logger, IQueueFaults? faults = null)
    : IMessageQueues, IAsyncDisposable
{
    /// <summary>A message that nobody takes is deleted after 7 days, as on Azure by default.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromDays(7);

    private readonly QueueSignals _signals = new();
    private readonly GroupCommit _commits = new(new QueueTables(QueueDatabase.Open(data.PathOf("queues.db")), clock), faults);

    public async Task EnqueueAsync(IReadOnlyList<NewMessage> messages)
    {
        NewMessage.RefuseLarge(messages);
        await _commits.RunAsync(
            tables =>
            {
                foreach (NewMessage message in messages)
                {
                    tables.Insert(message, TimeToLive);
                }

                return messages.Count;
            },
            QueueFaultPoint.BeforeEnqueue,
            QueueFaultPoint.AfterEnqueue);
        foreach (QueueName queue in messages.Select(message => message.Queue).Distinct())
        {
            _signals.Raise(queue);
        }
    }

    public async Task<IReadOnlyList<QueueMessage>> DequeueAsync(QueueName queue, int most, CancellationToken cancellation = default)
    {
        (int expired, IReadOnlyList<QueueMessage> taken) = await _commits.RunAsync(
            tables => (tables.Expire(), tables.Take(queue, most)), QueueFaultPoint.BeforeDequeue, QueueFaultPoint.AfterDequeue);
        if (expired > 0)
        {
            LogExpired(expired, TimeToLive.TotalDays);
        }

        return taken;
    }

    public Task DeleteAsync(QueueMessage message) =>
        _commits.RunAsync(tables => tables.Delete(message), QueueFaultPoint.BeforeDelete, QueueFaultPoint.AfterDelete);

    public async Task ReleaseAsync(QueueMessage message, TimeSpan delay)
    {
        await _commits.RunAsync(tables => tables.ShowAfter(message, delay), QueueFaultPoint.BeforeRelease, QueueFaultPoint.AfterRelease);
        _signals.Raise(message.Queue);
    }

    public async Task BuryAsync(QueueMessage message)
    {
        await _commits.RunAsync(
            tables => tables.Move(message, message.Queue.Poison, TimeToLive), QueueFaultPoint.BeforeBury, QueueFaultPoint.AfterBury);
        _signals.Raise(message.Queue.Poison);
    }

    public async Task WaitAsync(QueueName queue, CancellationToken cancellation)
    {
        Task raised = _signals.Next(queue);
        DateTimeOffset? visible = await _commits.RunAsync(tables => tables.NextVisible(queue));
        if (visible is not { } at)
        {
            await raised.WaitAsync(cancellation);
            return;
        }

        TimeSpan rest = at - clock.GetUtcNow();
        if (rest <= TimeSpan.Zero)
        {
            return;
        }

        TaskCompletionSource due = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ITimer timer = clock.CreateTimer(static due => ((TaskCompletionSource)due!).TrySetResult(), due, rest, Timeout.InfiniteTimeSpan);
        await Task.WhenAny(raised, due.Task).WaitAsync(cancellation);
    }

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    [LoggerMessage(7121, LogLevel.Warning, "{Count} queue messages were deleted: nobody took them within {Days} days")]
    private partial void LogExpired(int count, double days);
}
