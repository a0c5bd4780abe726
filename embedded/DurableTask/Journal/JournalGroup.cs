using CrossRegion.Embedded.DurableTask.Binary;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>What goes to the disk together: entries, already encoded, and who wants a checkpoint behind them.</summary>
internal sealed class JournalGroup
{
    private readonly ByteWriter _row = new(64 << 10);
    private readonly ByteWriter _entries = new(64 << 10);

    public List<PendingCommit> Commits { get; } = [];

    /// <summary>Each wants to know when all that was appended before is in the instances table.</summary>
    public List<TaskCompletionSource> Checkpoints { get; } = [];

    public bool IsEmpty => Commits.Count == 0 && Checkpoints.Count == 0;

    public void Add(PendingCommit commit)
    {
        commit.Entry.WriteTo(_entries);
        Commits.Add(commit);
    }

    /// <summary>Size of the entries, bytes, uncompressed.</summary>
    public int Bytes => _entries.Length;

    /// <summary>The row, to which nothing more is added.</summary>
    public ReadOnlyMemory<byte> Seal()
    {
        JournalCodec.Write(_row, _entries.Written);
        return _row.Memory;
    }

    public void Clear()
    {
        Commits.Clear();
        Checkpoints.Clear();
        _row.Clear();
        _entries.Clear();
    }

    public void Fail(Exception cause)
    {
        foreach (var waiting in Commits.Select(commit => commit.Durable).OfType<TaskCompletionSource>().Concat(Checkpoints))
        {
            waiting.TrySetException(cause);
            _ = waiting.Task.Exception;
        }
    }
}
