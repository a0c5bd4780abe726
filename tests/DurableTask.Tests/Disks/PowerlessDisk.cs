namespace CrossRegion.DurableTask.Tests.Disks;

/// <summary>
/// A disk in a file: what a program has written stands in the memory of the operating system until it is synchronised
/// (fsync), and only then in the file. So a copy of the file is what is left when the power fails.
/// </summary>
internal sealed class PowerlessDisk : IDisposable
{
    private const int Size = 16 << 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossregion-disk-");
    private readonly string _image;

    public PowerlessDisk()
    {
        _image = System.IO.Path.Combine(_folder.FullName, "image");
        using (var image = File.Create(_image))
        {
            image.SetLength(Size);
        }

        Mounts.AsRoot("mkfs.ext4", "-q", "-E", $"root_owner={Mounts.Self.User}:{Mounts.Self.Group}", _image);
        Path = Mount(_image, "disk");
    }

    private PowerlessDisk(byte[] image)
    {
        _image = System.IO.Path.Combine(_folder.FullName, "image");
        File.WriteAllBytes(_image, image);
        Path = Mount(_image, "disk");
    }

    public string Path { get; }

    /// <summary>What stands on the disk now; looked at until it is the same twice, so that it is of one moment.</summary>
    public byte[] Image()
    {
        for (var seen = File.ReadAllBytes(_image); ;)
        {
            var again = File.ReadAllBytes(_image);
            if (again.AsSpan().SequenceEqual(seen))
            {
                return again;
            }

            seen = again;
        }
    }

    /// <summary>The disk after the power has come back.</summary>
    public static PowerlessDisk Of(byte[] image) => new(image);

    public void Dispose()
    {
        Mounts.AsRoot("umount", Path);
        _folder.Delete(recursive: true);
    }

    private string Mount(string image, string name)
    {
        var path = _folder.CreateSubdirectory(name).FullName;
        Mounts.AsRoot("mount", "-o", "loop", image, path);
        return path;
    }
}
