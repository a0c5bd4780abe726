namespace CrossRegion.Functions.Intake;

/// <summary>Where a reader stands in a JSON text: the open objects and arrays, and what has been seen in each.</summary>
internal sealed class JsonPlace
{
    private readonly Stack<Level> _open = new();

    public int Depth => _open.Count;

    /// <summary>The path of the last value or name read: <c>data.materials[2].code</c>.</summary>
    public string Path
    {
        get
        {
            var path = "";
            foreach (var level in _open.Reverse())
            {
                path = level.Count == 0 ? path
                    : level.Names is null ? EventPath.Element(path, level.Count - 1)
                    : EventPath.Member(path, level.Name);
            }

            return path;
        }
    }

    public void Open(bool isObject) => _open.Push(new Level(isObject ? new HashSet<string>(StringComparer.Ordinal) : null));

    public void Close() => _open.Pop();

    /// <summary>A value begins: in an array that is one more element. Returns how many the array has so far, 0 when it is none.</summary>
    public int NextElement() => _open.TryPeek(out var level) && level.Names is null ? ++level.Count : 0;

    /// <summary>A member begins.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="count">How many members the object has so far.</param>
    /// <returns>False when the object had a member of that name before.</returns>
    public bool NextMember(string name, out int count)
    {
        var level = _open.Peek();
        level.Name = name;
        count = ++level.Count;
        return level.Names!.Add(name);
    }

    private sealed class Level(HashSet<string>? names)
    {
        /// <summary>The names seen in an object; null for an array.</summary>
        public HashSet<string>? Names => names;

        public string Name { get; set; } = "";

        public int Count { get; set; }
    }
}
