using System.Diagnostics.CodeAnalysis;
using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>
/// External events of an execution. Names ignore case. Of several waiters the latest gets the event (so that a loop over
/// <see cref="Task.WhenAny(Task[])"/> may abandon the older ones); an event without a waiter is kept for the next. A cancelled
/// waiter keeps its place, as in the official worker: an event that finds nobody above it goes with it.
/// </summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly Dictionary<string, List<EventWaiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventRaised> _kept = [];

    /// <exception cref="ArgumentException">Somebody waits for the same name with another type.</exception>
    public Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        var waiter = new EventWaiter<T>(converter);
        if (TryTakeKept(name, out var kept))
        {
            waiter.Receive(kept.Payload);
            return waiter.Task;
        }

        if (!_waiters.TryGetValue(name, out var waiters))
        {
            _waiters[name] = waiters = [];
        }
        else if (waiters is [.., { EventType: var other }] && other != typeof(T))
        {
            throw new ArgumentException($"Somebody waits for the event '{name}' with type {other}, so not with {typeof(T)}.", nameof(name));
        }

        waiters.Add(waiter);
        cancellation.Register(() => waiter.Cancel(cancellation));
        return waiter.Task;
    }

    public void Raise(EventRaised raised)
    {
        if (_waiters.TryGetValue(raised.Name, out var waiters) && waiters is [.., var latest])
        {
            waiters.RemoveAt(waiters.Count - 1);
            latest.Receive(raised.Payload);
        }
        else
        {
            _kept.Add(raised);
        }
    }

    /// <summary>The events nobody has waited for, in the order of their coming.</summary>
    public IReadOnlyList<EventRaised> TakeAll()
    {
        EventRaised[] all = [.. _kept];
        _kept.Clear();
        return all;
    }

    private bool TryTakeKept(string name, [NotNullWhen(true)] out EventRaised? kept)
    {
        var index = _kept.FindIndex(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        kept = index < 0 ? null : _kept[index];
        if (kept is not null)
        {
            _kept.RemoveAt(index);
        }

        return kept is not null;
    }
}
