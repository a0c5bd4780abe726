using System.Collections.Concurrent;
using System.Globalization;

namespace CrossRegion.Embedded.DurableTask.WorkItems;

/// <summary>
/// How often in a row each work item has ended badly, in the file <c>suspects</c>: a line for each, with its number and the
/// attempts. Written only when something has ended badly or a suspect has ended well.
/// </summary>
internal sealed class SuspectList
{
    private const int Longest = 10_000;

    private readonly ConcurrentDictionary<WorkItem, int> _attempts = new();
    private readonly Lock _writing = new();
    private readonly string _path;
    private volatile bool _isEmpty = true;

    public SuspectList(string directory)
    {
        _path = Path.Combine(directory, "suspects");
        foreach (var line in File.Exists(_path) ? File.ReadLines(_path) : [])
        {
            if (line.Split(' ') is [var item, var attempts]
                && long.TryParse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && int.TryParse(attempts, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                _attempts[new WorkItem(number)] = count;
                _isEmpty = false;
            }
        }
    }

    /// <summary>Asked at every work item: the dictionary's own answer takes all of its locks.</summary>
    public bool IsEmpty => _isEmpty;

    public int AttemptsOf(WorkItem item) => _attempts.GetValueOrDefault(item);

    /// <summary>
    /// The process has died with these under way. One that was so at the death before, and not at this one, has ended well
    /// meanwhile or was not to blame.
    /// </summary>
    public void Died(IReadOnlyCollection<WorkItem> underWay)
    {
        foreach (var (item, attempts) in _attempts)
        {
            if (attempts == 1 && !underWay.Contains(item))
            {
                _attempts.TryRemove(item, out _);
            }
        }

        foreach (var item in underWay)
        {
            _attempts.AddOrUpdate(item, 1, static (_, count) => count + 1);
        }

        Save();
    }

    /// <summary>An attempt has ended badly.</summary>
    /// <returns>How many have in a row.</returns>
    public int Raise(WorkItem item)
    {
        var attempts = _attempts.AddOrUpdate(item, 1, static (_, count) => count + 1);
        Save();
        return attempts;
    }

    public void Remove(WorkItem item)
    {
        if (_attempts.TryRemove(item, out _))
        {
            Save();
        }
    }

    /// <remarks>Unsaved counts (the disk is full) are counted again from what was saved last, no more.</remarks>
    private void Save()
    {
        lock (_writing)
        {
            _isEmpty = _attempts.IsEmpty;
            try
            {
                var draft = _path + ".new";
                File.WriteAllLines(draft, _attempts.OrderByDescending(suspect => suspect.Key.Number).Take(Longest).Select(
                    suspect => string.Create(CultureInfo.InvariantCulture, $"{suspect.Key.Number} {suspect.Value}")));
                File.Move(draft, _path, overwrite: true);
            }
            catch (IOException)
            {
                // Memory has them.
            }
        }
    }
}
