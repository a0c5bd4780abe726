namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>A data directory of one test, removed with it.</summary>
internal sealed class TestDirectory : IDisposable
{
    public TestDirectory() => Path = Directory.CreateTempSubdirectory("crossregion-engine-").FullName;

    /// <param name="disk">The disk to make it on, or to find it on again.</param>
    public TestDirectory(string disk) => Path = Directory.CreateDirectory(System.IO.Path.Combine(disk, "engine")).FullName;

    public string Path { get; }

    /// <summary>
    /// A copy as it stands, like after pulling the plug: without the files that only mean something to running processes
    /// (SQLite's shared memory, the lock). The journal first: the instances may be ahead of it, not behind.
    /// </summary>
    public TestDirectory Copy()
    {
        var copy = new TestDirectory();
        foreach (var from in Directory.GetFiles(Path, "journal.db*").Concat(Directory.GetFiles(Path, "engine.db*")).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(from, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(from)));
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
