using System.Collections.Concurrent;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>Wakes those who wait for a queue. Whoever took <see cref="Next"/> before a <see cref="Raise"/> is woken by it.</summary>
internal sealed class QueueSignals
{
    private readonly ConcurrentDictionary<QueueName, TaskCompletionSource> _next = new();

    public Task Next(QueueName queue) => _next.GetOrAdd(queue, _ => New()).Task;

    public void Raise(QueueName queue)
    {
        if (_next.TryRemove(queue, out TaskCompletionSource? waiting))
        {
            waiting.TrySetResult();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
