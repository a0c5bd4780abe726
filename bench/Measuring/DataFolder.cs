namespace CrossRegion.Bench.Measuring;

/// <summary>A folder for a benchmark's data, on a real disk, removed at the end.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <param name="parent">Where to make it; default: the folder for temporary files.</param>
    public DataFolder(string? parent = null)
    {
        Path = System.IO.Path.Combine(parent ?? System.IO.Path.GetTempPath(), $"crossregion-bench-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>Size of all files, bytes.</summary>
    public long Bytes => new DirectoryInfo(Path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
