namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>A data directory of one test, removed with it.</summary>
internal sealed class TestDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("crossregion-engine-").FullName;

    /// <summary>A copy as it stands, like after pulling the plug.</summary>
    public TestDirectory Copy()
    {
        var copy = new TestDirectory();
        foreach (var name in new[] { "engine.db", "engine.db-wal" })
        {
            var from = System.IO.Path.Combine(Path, name);
            if (File.Exists(from))
            {
                File.Copy(from, System.IO.Path.Combine(copy.Path, name), overwrite: true);
            }
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
