using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Storage;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>
/// Brings the instances table up to the journal and cuts the journal: one checkpoint at a time, on a thread of its own,
/// while the journal goes on. It writes copies taken between two commits, so the table is always as of one row of the
/// journal. All but <see cref="Write"/> is the journal writer's.
/// </summary>
internal sealed class Checkpoints(
    EngineStore store, JournalStore journal, InstanceDirectory directory, JournalApplier applier, EngineStop stop, DiskRoom room, EmbeddedDurableTaskOptions options)
{
    /// <summary>The journal waits for a checkpoint when it has grown to so many times the size at which one begins.</summary>
    private const int MostJournals = 4;

    private readonly List<TaskCompletionSource> _waiting = [];
    private Checkpoint? _underway;
    private Task _writing = Task.CompletedTask;
    private long _bytes;

    public (long LastSeq, long NextMessageId) ReadNumbers() => store.ReadNumbers();

    /// <summary>The journal has grown by a row of entries of so many bytes.</summary>
    public void Grown(int bytes) => _bytes += bytes;

    /// <summary>Between two commits: ends a checkpoint that is written, and begins one that is due or asked for.</summary>
    /// <param name="asked">Who wants the table to be as of now.</param>
    /// <param name="wake">Has this called again.</param>
    public void GoOn(long seq, long lastMessageId, IReadOnlyCollection<TaskCompletionSource> asked, Action wake)
    {
        _waiting.AddRange(asked);
        if (_bytes >= MostJournals * options.CheckpointBytes)
        {
            Finish();
        }

        if (_underway is not null && _writing.IsCompleted)
        {
            End();
        }

        if (_underway is null && (_bytes >= options.CheckpointBytes || _waiting.Count > 0))
        {
            Begin(seq, lastMessageId, wake);
        }
    }

    /// <summary>Waits for the checkpoint that is being written, if one is, and ends it.</summary>
    public void Finish()
    {
        if (_underway is not null)
        {
            _writing.GetAwaiter().GetResult();
            End();
        }
    }

    /// <summary>Tells all who wait, then waits itself until nothing is being written: the files may be closed after.</summary>
    public void Fail(Exception cause)
    {
        Tell(_waiting.Concat(_underway?.Asked ?? []), cause);
        _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
    }

    private static void Tell(IEnumerable<TaskCompletionSource> waiting, Exception cause)
    {
        foreach (var one in waiting)
        {
            one.TrySetException(cause);
            _ = one.Task.Exception;
        }
    }

    private void Begin(long seq, long lastMessageId, Action wake)
    {
        stop.At(EngineFaultPoint.BeforeCheckpoint);
        var checkpoint = new Checkpoint(seq, lastMessageId, applier.TakeChanged(), [.. _waiting]);
        _waiting.Clear();
        _bytes = 0;
        _underway = checkpoint;
        _writing = Task.Factory.StartNew(() => Write(checkpoint), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _writing.ContinueWith(_ => wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Write(Checkpoint checkpoint)
    {
        room.For(() => store.Write(checkpoint, () => stop.At(EngineFaultPoint.DuringCheckpoint)), full => Tell(checkpoint.Asked, full));
        stop.At(EngineFaultPoint.AfterCheckpoint);
    }

    private void End()
    {
        _writing.GetAwaiter().GetResult();
        var written = _underway!;
        _underway = null;
        room.For(() => journal.CutTo(written.Seq), full => Tell(written.Asked, full));
        Forget(written);
        foreach (var asked in written.Asked)
        {
            asked.TrySetResult();
        }
    }

    /// <summary>What is in the table need not stay in memory, if it has ended or there are too many.</summary>
    private void Forget(Checkpoint written)
    {
        var excess = directory.Count - options.LoadedInstances;
        foreach (var (instance, _) in written.Changed)
        {
            instance.Written();
            if (instance.TryForget(evenIdle: excess > 0))
            {
                directory.Remove(instance);
                excess--;
            }
        }
    }
}
