using System.Security.Cryptography;

namespace CrossRegion.Adapters.KeyFiles;

/// <summary>
/// A file of random bytes that are the same for ever. What was made with them is lost without them, so a file that is damaged is refused
/// and never replaced.
/// </summary>
public static class SecretFile
{
    /// <summary>The bytes, made when the file is not there.</summary>
    /// <exception cref="InvalidDataException">The file has another length.</exception>
    public static byte[] ReadOrCreate(string path, int length)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            Create(path, length);
        }

        return Read(path, length);
    }

    /// <exception cref="InvalidDataException">The file has another length.</exception>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static byte[] Read(string path, int length)
    {
        var secret = File.ReadAllBytes(path);
        return secret.Length == length
            ? secret
            : throw new InvalidDataException($"{path} has {secret.Length} bytes, not {length}: this key is damaged");
    }

    /// <summary>Whole or not at all: written aside, flushed, then moved; whoever comes second keeps the first one's.</summary>
    private static void Create(string path, int length)
    {
        var aside = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(aside, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(length));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
