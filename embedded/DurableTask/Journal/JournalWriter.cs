using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Storage;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>
/// The one writer of the journal. Whoever appends encodes the entry into the group that is filling; meanwhile the writer's
/// thread commits the group before as one row (one fsync for all), applies its entries, and only then lets their
/// consequences out. Entries reach the disk in the order of <see cref="Append"/>.
/// </summary>
internal sealed partial class JournalWriter(
    JournalStore journal,
    InstanceDirectory directory,
    JournalApplier applier,
    Checkpoints checkpoints,
    EngineStop stop,
    DiskRoom room,
    ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _work = new(0);
    private JournalGroup _filling = new();
    private JournalGroup _spare = new();
    private bool _isClosed;
    private Task? _loop;
    private long _seq;
    private long _lastMessageId;

    public long NextMessageId() => Interlocked.Increment(ref _lastMessageId);

    /// <summary>Reads the journal again, before anything is written.</summary>
    /// <exception cref="EngineDataException">It cannot be read, or does not go on from the last checkpoint.</exception>
    public void Recover()
    {
        (_seq, _lastMessageId) = checkpoints.ReadNumbers();
        foreach (var (seq, row) in journal.ReadAfter(_seq))
        {
            if (seq != _seq + 1)
            {
                throw new EngineDataException(
                    $"The journal goes on with row {seq}, and the instances are as of row {_seq}: rows between are missing. Were the files copied at different times?");
            }

            checkpoints.Grown(JournalCodec.Read(seq, row, directory.FindOrCreate, applier.Apply));
            _seq = seq;
        }

        _lastMessageId = Math.Max(_lastMessageId, applier.LastMessageId);
    }

    public void Start() => _loop = Task.Factory.StartNew(
        Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Takes an entry on its way to the disk. What follows from it in memory may be appended right after.</summary>
    /// <param name="onDurable">What may happen only once the entry is on the disk. Called on the writer's thread: short.</param>
    public void Append(JournalEntry entry, Action? onDurable = null) => Add(new PendingCommit(entry, onDurable, Durable: null));

    /// <summary>The same for somebody who waits until the entry is on the disk.</summary>
    public Task AppendAsync(JournalEntry entry)
    {
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!Add(new PendingCommit(entry, OnDurable: null, durable)))
        {
            durable.SetException(Stopped());
        }

        return durable.Task;
    }

    /// <summary>Brings the instances table up to everything that was appended before.</summary>
    public Task Checkpoint()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_isClosed)
            {
                written.SetException(Stopped());
                return written.Task;
            }

            _filling.Checkpoints.Add(written);
        }

        _work.Release();
        return written.Task;
    }

    /// <summary>Writes what is waiting and a last checkpoint, then ends.</summary>
    public async Task StopAsync()
    {
        if (_loop is { } loop)
        {
            room.GiveUp();
            await Checkpoint().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Close();
            await loop;
        }
    }

    private bool Add(PendingCommit commit)
    {
        bool isFirst;
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            commit.Entry.Turn?.Instance.EntryAppended();
            isFirst = _filling.IsEmpty;
            _filling.Add(commit);
        }

        if (isFirst)
        {
            _work.Release();
        }

        return true;
    }

    private EngineStoppedException Stopped() => stop.IsBroken ? stop.Exception() : new EngineStoppedException("The engine has stopped.");

    private void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }

        _work.Release();
    }

    private void Run()
    {
        var group = _spare;
        try
        {
            do
            {
                _work.Wait();
                group = Take();
                Commit(group);
                checkpoints.GoOn(_seq, Volatile.Read(ref _lastMessageId), group.Checkpoints, wake: () => _work.Release());
                group.Clear();
            }
            while (!_isClosed || !_filling.IsEmpty);
            checkpoints.Finish();
        }
        catch (Exception cause)
        {
            stop.Break(cause);
            Log.Broken(logger, cause);
            Close();
            group.Fail(stop.Exception());
            _filling.Fail(stop.Exception());
            checkpoints.Fail(stop.Exception());
        }
    }

    /// <summary>Those who wait for what is being written, and for what comes after it, need not wait any longer. It is written all the same.</summary>
    private void TellWaiting(JournalGroup group, DiskFullException full)
    {
        lock (_gate)
        {
            group.Fail(full);
            _filling.Fail(full);
        }
    }

    private JournalGroup Take()
    {
        lock (_gate)
        {
            (_filling, _spare) = (_spare, _filling);
            return _spare;
        }
    }

    private void Commit(JournalGroup group)
    {
        if (group.Commits.Count == 0)
        {
            return;
        }

        var row = group.Seal();
        stop.At(EngineFaultPoint.BeforeCommit);
        room.For(() => journal.Append(_seq + 1, row, () => stop.At(EngineFaultPoint.DuringCommit)), full => TellWaiting(group, full));
        _seq++;
        stop.At(EngineFaultPoint.AfterCommit);
        foreach (var commit in group.Commits)
        {
            applier.Apply(commit.Entry);
        }

        checkpoints.Grown(group.Bytes);
        foreach (var commit in group.Commits)
        {
            commit.Complete();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1301, LogLevel.Critical, "The engine has broken down: nothing more is committed, acknowledged or started. What is durable is taken up at the next start.")]
        public static partial void Broken(ILogger logger, Exception cause);
    }
}
