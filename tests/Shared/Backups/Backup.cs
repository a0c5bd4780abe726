namespace CrossRegion.Tests.Backups;

/// <summary>A copy of a stopped stamp's data directory, and its way back.</summary>
internal sealed class Backup
{
    private readonly string _folder;
    private readonly string _copy;

    private Backup(string folder) => (_folder, _copy) = (folder, $"{folder}-backup");

    public static Backup Of(string folder)
    {
        var backup = new Backup(folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(backup._copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return backup;
    }

    /// <summary>Puts the copy in the place of what is there.</summary>
    public void Restore()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Move(_copy, _folder);
    }
}
