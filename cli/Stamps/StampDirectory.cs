using System.Text.Json;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Cli.Stamps;

/// <summary>
/// Where the stamps of one machine have their data: a directory for each, named after the province that it speaks for, and <c>stamps.json</c>,
/// by which other commands find them.
/// </summary>
internal static class StampDirectory
{
    private const string FileName = "stamps.json";

    private static readonly JsonSerializerOptions Format = new(JsonOutput.Format) { WriteIndented = true };

    /// <summary>The stamps that have their data there; null when there are none.</summary>
    /// <exception cref="CommandException">The file cannot be understood.</exception>
    public static IReadOnlyList<LocalStamp>? Read(string root)
    {
        var path = Path.Combine(root, FileName);
        if (!File.Exists(path))
        {
            return null;
        }
        try
        {
            var entries = JsonSerializer.Deserialize<StampEntries>(File.ReadAllText(path), Format)?.Stamps ?? throw new JsonException();
            return [.. entries.Select(entry => new LocalStamp(entry.Provinces, entry.Address, FolderOf(root, entry.Data)))];
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or NullReferenceException)
        {
            throw new CommandException($"{path} 无法理解。", $"{path} makes no sense.");
        }
    }

    /// <summary>Makes ready what is not there, and writes down where the stamps listen this time.</summary>
    /// <param name="root">The directory of all.</param>
    /// <param name="provinces">The provinces of each stamp.</param>
    /// <param name="ports">Where each listens.</param>
    /// <exception cref="CommandException">Other stamps have their data there, or hosts still use them; all of them are named.</exception>
    public static IReadOnlyList<LocalStamp> Prepare(string root, IReadOnlyList<IReadOnlyList<ProvinceCode>> provinces, IReadOnlyList<int> ports)
    {
        List<LocalStamp> stamps =
        [
            .. provinces.Zip(ports, (served, port) =>
                new LocalStamp(served, new Uri($"http://127.0.0.1:{port}"), FolderOf(root, served[0].Value))),
        ];
        if (Read(root) is { } there && !there.Select(stamp => stamp.Name).ToHashSet().SetEquals(stamps.Select(stamp => stamp.Name)))
        {
            var names = string.Join(',', there.Select(stamp => stamp.Name));
            throw new CommandException(
                $"{root} 属于 {names},请照此启动或另指定目录。", $"{root} belongs to {names}; start these, or name another directory.");
        }
        var inUse = stamps.Select(stamp => (stamp.Folder, Host: stamp.Folder.FindHost())).Where(stamp => stamp.Host is not null).ToList();
        if (inUse.Count > 0)
        {
            throw new CommandException(
                string.Concat(inUse.Select(used => $"主机进程 {used.Host} 仍在使用 {used.Folder.Path},请先结束它。")),
                string.Join(' ', inUse.Select(used => $"The host process {used.Host} still uses {used.Folder.Path}; end it first.")));
        }
        stamps.ForEach(stamp => Directory.CreateDirectory(stamp.Folder.Path));
        Write(root, stamps);
        return stamps;
    }

    private static void Write(string root, IEnumerable<LocalStamp> stamps)
    {
        var entries = new StampEntries(
            [.. stamps.Select(stamp => new StampEntry(stamp.Provinces, stamp.Address, Path.GetRelativePath(root, stamp.Folder.Path)))]);
        var path = Path.Combine(root, FileName);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(entries, Format) + "\n");
        File.Move(path + ".new", path, overwrite: true);
    }

    private static StampFolder FolderOf(string root, string name) => new(Path.GetFullPath(name, Path.GetFullPath(root)));

    private sealed record StampEntries(IReadOnlyList<StampEntry> Stamps);

    private sealed record StampEntry(IReadOnlyList<ProvinceCode> Provinces, Uri Address, string Data);
}
