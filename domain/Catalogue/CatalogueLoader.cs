using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Reads the files of the catalogue folder and checks them against each other, gathering every fault.</summary>
internal sealed class CatalogueLoader(IEnumerable<CatalogueFile> files)
{
    /// <summary>Other data of the folder, which somebody else loads.</summary>
    private static readonly string[] LeftAside = ["calendars/", "schemas/"];

    private static readonly string[] Tables = [DivisionReader.File, SharedDataReader.File, PublicationReader.File];

    private readonly List<CatalogueFile> _files =
        [.. files.Where(file => !LeftAside.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))];
    private readonly FaultCollector _faults = new();

    public IReadOnlyList<Fault> Faults => _faults.ToList();

    /// <summary>The catalogue, or null when there are faults. What was wrong itself is not blamed again on those who refer to it.</summary>
    public ServiceCatalogue? Load()
    {
        var items = ReadItems();
        var divisions = Only(DivisionReader.File) is { } divisionFile ? DivisionReader.Read(divisionFile, _faults) : null;
        var sharedData = Only(SharedDataReader.File) is { } sharedFile ? SharedDataReader.Read(sharedFile, _faults) : null;
        var publications = Only(PublicationReader.File) is { } publicationFile ? PublicationReader.Read(publicationFile, _faults) : null;
        ReportUnknownFiles();

        var itemFiles = _files.Where(IsItem).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        if (publications is not null)
        {
            items = PublicationRules.Apply(items, publications, itemFiles, _faults);
        }

        ReferenceRules.Check(items, items.Count == itemFiles.Count, divisions, sharedData, _faults);
        VersionRules.Check(items, _faults);
        return _faults.IsEmpty ? new ServiceCatalogue(items.Select(loaded => loaded.Item), divisions!, sharedData!) : null;
    }

    private static bool IsItem(CatalogueFile file) => file.Path.StartsWith(ServiceItemReader.Folder, StringComparison.Ordinal);

    private List<LoadedItem> ReadItems()
    {
        var items = new List<LoadedItem>();
        foreach (var file in _files.Where(IsItem))
        {
            if (ServiceItemReader.Read(file, _faults) is { } item)
            {
                items.Add(new LoadedItem(file, item));
            }
        }

        return items;
    }

    private CatalogueFile? Only(string path)
    {
        var found = _files.Where(file => file.Path == path).ToList();
        if (found.Count == 1)
        {
            return found[0];
        }

        _faults.Add(path, "file", $"应有一个{path},实有{found.Count}个", $"there should be one {path}, not {found.Count}");
        return null;
    }

    private void ReportUnknownFiles()
    {
        foreach (var file in _files.Where(file => !IsItem(file) && !Tables.Contains(file.Path)))
        {
            _faults.Add(file.Path, "unknown-file", "目录中不应有该文件", "the catalogue has no such file");
        }
    }
}
