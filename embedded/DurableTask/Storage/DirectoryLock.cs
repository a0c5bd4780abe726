namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>
/// Keeps a data directory for one engine: an open file with an exclusive advisory lock (flock), which the operating system
/// lifts when the process ends, however it ends.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <exception cref="DataDirectoryInUseException">Another engine, in this process or another, has the directory.</exception>
    public static DirectoryLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, "engine.lock");
        try
        {
            return new DirectoryLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (taken is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new DataDirectoryInUseException(directory, taken);
        }
    }

    public void Dispose() => _file.Dispose();
}
