namespace CrossRegion.DurableTask.Tests.Disks;

/// <summary>A disk in memory of a few megabytes, that can be filled up.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _filler;

    /// <param name="size">Bytes.</param>
    public SmallDisk(long size)
    {
        Path = Directory.CreateTempSubdirectory("crossregion-disk-").FullName;
        Mounts.AsRoot("mount", "-t", "tmpfs", "-o", $"size={size},uid={Mounts.Self.User},gid={Mounts.Self.Group}", "none", Path);
        _filler = System.IO.Path.Combine(Path, "filler");
    }

    public string Path { get; }

    /// <summary>Leaves so many bytes free, in whole pages of 4 KiB.</summary>
    public void Fill(long leave)
    {
        var free = new DriveInfo(Path).AvailableFreeSpace;
        using var filler = new FileStream(_filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            filler.Write(new byte[Math.Max(0, free - leave)]);
        }
        catch (IOException)
        {
            // Somebody else has taken the last of it.
        }
    }

    public void MakeRoom() => File.Delete(_filler);

    public void Dispose()
    {
        Mounts.AsRoot("umount", Path);
        Directory.Delete(Path);
    }
}
