namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>The directory that holds all data of one host. One process owns it at a time.</summary>
internal sealed class DataDirectory(HostSettings settings) : IDisposable
{
    private FileStream? _lock;

    public string Root { get; } = settings.DataDirectory;

    public string PathOf(params string[] names) => Path.Combine([Root, .. names]);

    /// <summary>Creates the directory for its owner's eyes only and takes it.</summary>
    /// <exception cref="StartRefusedException">Another process owns it, or it cannot be written.</exception>
    public void Take()
    {
        try
        {
            CreatePrivate(Root);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The data directory {Root} cannot be created: {fault.Message}");
        }

        try
        {
            _lock = new FileStream(PathOf("host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartRefusedException(
                $"Another process is using the data directory {Root}: stop it first, or choose another directory with --data or CrossRegion__DataDirectory.");
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StartRefusedException($"The data directory {Root} cannot be written: {fault.Message}");
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _lock, null)?.Dispose();

    public static void CreatePrivate(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
