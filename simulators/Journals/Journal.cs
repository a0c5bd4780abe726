using System.Collections.Concurrent;

namespace CrossRegion.Simulators.Journals;

/// <summary>
/// Everything the provinces received, in order: each event once, and how often it came. From it a test (or the demo) sees what the
/// outside world saw.
/// </summary>
public sealed class Journal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedEvent> _events = [];
    private readonly ConcurrentDictionary<(string Receiver, string Id), int> _deliveries = new();
    private readonly JournalFile? _file;
    private readonly List<string> _altered = [];
    private TaskCompletionSource _changed = NewSignal();

    internal Journal(string? file)
    {
        if (file is null)
        {
            return;
        }
        _events.AddRange(JournalFile.Read(file));
        foreach (var received in _events)
        {
            _deliveries[(received.Receiver, received.Id)] = 1;
        }
        _file = new JournalFile(file);
    }

    /// <summary>The events received so far, the first delivery of each.</summary>
    public IReadOnlyList<ReceivedEvent> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>How often each event came to each receiver: a delivery in doubt may come again under the same id.</summary>
    public IReadOnlyDictionary<(string Receiver, string Id), int> Deliveries => _deliveries;

    /// <summary>What was told to one receiver under two ids: the same step of the same application, which must never happen.</summary>
    public IReadOnlyList<string> RepeatedEffects() =>
    [
        .. Events
            .GroupBy(received => (received.Receiver, received.Number, received.Type, received.Department))
            .Where(effect => effect.Count() > 1)
            .Select(effect => $"{effect.Key.Type} {effect.Key.Department} of {effect.Key.Number} reached {effect.Key.Receiver} as "
                + string.Join(", ", effect.Select(received => received.Id))),
    ];

    /// <summary>Events that came again under their id and said something else, which must never happen.</summary>
    public IReadOnlyList<string> AlteredEvents()
    {
        lock (_gate)
        {
            return [.. _altered];
        }
    }

    /// <summary>Certificate identifiers by application, as they were issued to the provinces.</summary>
    public ILookup<string, string> Certificates() =>
        Events
            .Where(received => received.Type == Simulators.Events.EventType.CertificateIssued)
            .Select(received => (received.Number, Identifier: (string)received.Data["identifier"]!))
            .Distinct()
            .ToLookup(issued => issued.Number, issued => issued.Identifier);

    /// <summary>Waits until the journal is as wanted.</summary>
    /// <exception cref="TimeoutException">It was not within <paramref name="limit"/>; the message tells what had come.</exception>
    public async Task WaitUntilAsync(Func<Journal, bool> condition, string wanted, TimeSpan limit, CancellationToken cancellation = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limit);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }
            if (condition(this))
            {
                return;
            }
            try
            {
                await changed.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited {limit} for {wanted}. Received: "
                    + string.Join("; ", Events.Select(received => $"{received.Receiver} {received.Id} {received.Type}")));
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    /// <summary>Notes a delivery; true the first time its id came to this receiver.</summary>
    internal bool Note(ReceivedEvent received)
    {
        lock (_gate)
        {
            var first = _deliveries.AddOrUpdate((received.Receiver, received.Id), 1, (_, count) => count + 1) == 1;
            if (first)
            {
                _file?.Append(received);
                _events.Add(received);
            }
            else if (_events.Find(earlier => earlier.Receiver == received.Receiver && earlier.Id == received.Id) is { } earlier
                && !earlier.SaysTheSame(received))
            {
                _altered.Add($"{received.Receiver} {received.Id}: {earlier.Data.ToJsonString()} became {received.Data.ToJsonString()}");
            }
            _changed.SetResult();
            _changed = NewSignal();
            return first;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
