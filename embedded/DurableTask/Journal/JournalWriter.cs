using System.Threading.Channels;
using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>
/// The one writer. Takes all entries that are waiting, commits them as one row (one fsync for all), applies them, and only
/// then lets their consequences out. Entries reach the disk in the order of <see cref="Append"/>.
/// </summary>
internal sealed partial class JournalWriter(
    EngineStore store,
    InstanceDirectory directory,
    JournalApplier applier,
    EngineStop stop,
    TimeProvider time,
    EmbeddedDurableTaskOptions options,
    ILogger logger)
{
    private const int SqliteFull = 13;
    private static readonly TimeSpan FullDiskPause = TimeSpan.FromSeconds(1);

    private readonly Channel<PendingCommit> _waiting = Channel.CreateUnbounded<PendingCommit>(new UnboundedChannelOptions { SingleReader = true });
    private Task? _loop;
    private long _seq;
    private long _bytesSinceCheckpoint;
    private long _lastMessageId;

    public long NextMessageId() => Interlocked.Increment(ref _lastMessageId);

    /// <summary>Reads the journal again, before anything is written.</summary>
    public void Recover()
    {
        (_seq, _lastMessageId) = store.ReadNumbers();
        foreach (var (seq, data) in store.ReadJournal())
        {
            foreach (var entry in JournalCodec.Read(seq, data))
            {
                applier.Apply(entry);
            }

            _seq = seq;
            _bytesSinceCheckpoint += data.Length;
        }

        _lastMessageId = Math.Max(_lastMessageId, applier.LastMessageId);
    }

    public void Start() => _loop = Task.Factory.StartNew(
        Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Takes an entry on its way to the disk. What follows from it in memory may be appended right after.</summary>
    /// <param name="instance">The instance whose turn it is, if it is a turn.</param>
    /// <param name="onDurable">What may happen only once the entry is on the disk. Called on the writer's thread: short.</param>
    public Task Append(JournalEntry entry, Instance? instance = null, Action? onDurable = null)
    {
        instance?.EntryAppended();
        return Enqueue(new PendingCommit(entry, instance, onDurable));
    }

    /// <summary>Brings the instances table up to everything that was appended before.</summary>
    public Task Checkpoint() => Enqueue(new PendingCommit(entry: null, instance: null, onDurable: null));

    /// <summary>Writes what is waiting and a last checkpoint, then ends.</summary>
    public async Task StopAsync()
    {
        if (_loop is { } loop)
        {
            _ = Checkpoint();
            _waiting.Writer.TryComplete();
            await loop;
        }
    }

    private Task Enqueue(PendingCommit commit)
    {
        if (stop.IsBroken || !_waiting.Writer.TryWrite(commit))
        {
            commit.Fail(stop.IsBroken ? stop.Exception() : new EngineStoppedException("The engine has stopped."));
        }

        return commit.Durable;
    }

    private void Run()
    {
        List<PendingCommit> group = [];
        try
        {
            while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                group.Clear();
                while (_waiting.Reader.TryRead(out var commit))
                {
                    group.Add(commit);
                }

                Commit(group);
            }
        }
        catch (Exception cause)
        {
            stop.Break(cause);
            Log.Broken(logger, cause);
            _waiting.Writer.TryComplete();
            while (_waiting.Reader.TryRead(out var commit))
            {
                group.Add(commit);
            }

            group.ForEach(commit => commit.Fail(stop.Exception()));
        }
    }

    private void Commit(List<PendingCommit> group)
    {
        var entries = group.Select(commit => commit.Entry).OfType<JournalEntry>().ToList();
        if (entries.Count > 0)
        {
            var data = JournalCodec.Write(entries);
            stop.At(EngineFaultPoint.BeforeCommit);
            WithRoom(() => store.Append(_seq + 1, data, () => stop.At(EngineFaultPoint.DuringCommit)));
            _seq++;
            _bytesSinceCheckpoint += data.Length;
            stop.At(EngineFaultPoint.AfterCommit);
            entries.ForEach(applier.Apply);
        }

        if (_bytesSinceCheckpoint >= options.CheckpointBytes || (group.Exists(commit => commit.Entry is null) && applier.Dirty.Count > 0))
        {
            WriteCheckpoint();
        }

        group.ForEach(static commit => commit.Complete());
    }

    private void WriteCheckpoint()
    {
        stop.At(EngineFaultPoint.BeforeCheckpoint);
        WithRoom(() => store.Checkpoint(applier.Dirty, _seq, Volatile.Read(ref _lastMessageId), () => stop.At(EngineFaultPoint.DuringCheckpoint)));
        _bytesSinceCheckpoint = 0;
        stop.At(EngineFaultPoint.AfterCheckpoint);
        Forget();
    }

    /// <summary>What is in the table need not stay in memory, if it has ended or there are too many.</summary>
    private void Forget()
    {
        var excess = directory.Count - options.LoadedInstances;
        foreach (var instance in applier.TakeDirty())
        {
            if (instance.TryForget(evenIdle: excess > 0))
            {
                directory.Remove(instance);
                excess--;
            }
        }
    }

    /// <summary>A full disk is no reason to break down: nothing is acknowledged until there is room.</summary>
    private void WithRoom(Action write)
    {
        while (true)
        {
            try
            {
                write();
                return;
            }
            catch (SqliteException full) when (full.SqliteErrorCode == SqliteFull)
            {
                Log.DiskFull(logger, options.DataDirectory, FullDiskPause.TotalSeconds);
                Task.Delay(FullDiskPause, time).GetAwaiter().GetResult();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1301, LogLevel.Critical, "The engine has broken down: nothing more is committed, acknowledged or started. What is durable is taken up at the next start.")]
        public static partial void Broken(ILogger logger, Exception cause);

        [LoggerMessage(1302, LogLevel.Error, "The disk under {Directory} is full. Nothing is lost and nothing is acknowledged; trying again every {Seconds} s.")]
        public static partial void DiskFull(ILogger logger, string directory, double seconds);
    }
}
