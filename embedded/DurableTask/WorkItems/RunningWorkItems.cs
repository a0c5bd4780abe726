using System.IO.MemoryMappedFiles;

namespace CrossRegion.Embedded.DurableTask.WorkItems;

/// <summary>
/// The work items under way, in the file <c>running</c>: a slot of 8 bytes for each, written through shared memory, so that
/// the operating system keeps them when the process dies in whatever way, at the cost of a store in memory. After a power
/// failure they may be wrong, which does no harm: an item suspected wrongly clears itself by ending well.
/// </summary>
internal sealed class RunningWorkItems : IDisposable
{
    /// <summary>As many at once are noted; more run unnoted.</summary>
    private const int Slots = 4096;

    private const int NoSlot = -1;

    // Neighbouring threads write to different cache lines.
    private const int Stride = 61;

    private readonly int[] _taken = new int[Slots];
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _slots;

    public RunningWorkItems(string directory)
    {
        var file = new FileStream(Path.Combine(directory, "running"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        try
        {
            if (file.Length != Slots * sizeof(long))
            {
                // Room is taken for good now: a full disk is no reason to die at a store in memory.
                file.SetLength(0);
                file.Write(new byte[Slots * sizeof(long)]);
                file.Flush();
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        _file = MemoryMappedFile.CreateFromFile(file, mapName: null, capacity: 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _slots = _file.CreateViewAccessor();
    }

    /// <summary>What was under way when the process before this one died.</summary>
    public IReadOnlyList<WorkItem> Read() =>
        [.. Enumerable.Range(0, Slots).Select(slot => _slots.ReadInt64(slot * sizeof(long))).Where(number => number != 0).Distinct().Select(number => new WorkItem(number))];

    public void Clear()
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            _slots.Write(slot * sizeof(long), 0L);
        }
    }

    public int Enter(WorkItem item)
    {
        var first = Environment.CurrentManagedThreadId * Stride;
        for (var i = 0; i < Slots; i++)
        {
            var slot = (first + i) % Slots;
            if (Volatile.Read(ref _taken[slot]) == 0 && Interlocked.CompareExchange(ref _taken[slot], 1, 0) == 0)
            {
                _slots.Write(slot * sizeof(long), item.Number);
                return slot;
            }
        }

        return NoSlot;
    }

    public void Leave(int slot)
    {
        if (slot == NoSlot)
        {
            return;
        }

        try
        {
            _slots.Write(slot * sizeof(long), 0L);
            Volatile.Write(ref _taken[slot], 0);
        }
        catch (ObjectDisposedException)
        {
            // An activity that ran on after the engine had closed; closing has cleared its slot.
        }
    }

    public void Dispose()
    {
        _slots.Dispose();
        _file.Dispose();
    }
}
