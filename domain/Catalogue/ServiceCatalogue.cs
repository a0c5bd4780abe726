using System.Diagnostics.CodeAnalysis;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Catalogue;

/// <summary>
/// The published catalogue (公开目录): the service items in all their versions, the divisions and the shared data items, all
/// checked against each other. Immutable, so it can be shared between threads.
/// </summary>
public sealed class ServiceCatalogue
{
    private readonly ILookup<HandlingCode, ServiceItem> _items;
    private readonly Dictionary<SharedDataCode, SharedDataItem> _sharedData;

    internal ServiceCatalogue(IEnumerable<ServiceItem> items, DivisionTable divisions, IEnumerable<SharedDataItem> sharedData)
    {
        Items = [.. items.OrderBy(item => item.Code).ThenBy(item => item.Version)];
        Divisions = divisions;
        SharedData = [.. sharedData];
        _items = Items.ToLookup(item => item.Code);
        _sharedData = SharedData.ToDictionary(item => item.Code);
    }

    /// <summary>Every version of every item, by code and version.</summary>
    public IReadOnlyList<ServiceItem> Items { get; }

    public DivisionTable Divisions { get; }

    public IReadOnlyList<SharedDataItem> SharedData { get; }

    /// <summary>
    /// Makes a catalogue of all files of the catalogue folder (calendars and schemas are left aside), or says everything that is
    /// wrong with them, with file and JSON path.
    /// </summary>
    public static bool TryLoad(
        IEnumerable<CatalogueFile> files, [NotNullWhen(true)] out ServiceCatalogue? catalogue, out IReadOnlyList<Fault> faults)
    {
        var loader = new CatalogueLoader(files);
        catalogue = loader.Load();
        faults = loader.Faults;
        return catalogue is not null;
    }

    /// <summary>As <see cref="TryLoad"/>.</summary>
    /// <exception cref="CatalogueException">The files are wrong; it carries every fault.</exception>
    public static ServiceCatalogue Load(IEnumerable<CatalogueFile> files) =>
        TryLoad(files, out var catalogue, out var faults) ? catalogue : throw new CatalogueException(faults);

    /// <summary>The version in force on a day; null when there is none. Validities do not overlap, so there is at most one.</summary>
    public ServiceItem? Find(HandlingCode code, LocalDate date) => _items[code].FirstOrDefault(item => item.IsInForce(date));

    /// <summary>One version, in force or not, draft or published.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such version.</exception>
    public ServiceItem Get(HandlingCode code, int version) =>
        _items[code].FirstOrDefault(item => item.Version == version)
        ?? throw new KeyNotFoundException($"the catalogue has no version {version} of {code}");

    /// <summary>All items in force on a day.</summary>
    public IEnumerable<ServiceItem> InForce(LocalDate date) => Items.Where(item => item.IsInForce(date));

    /// <summary>The shared data item of that code; null when there is none.</summary>
    public SharedDataItem? FindSharedData(SharedDataCode code) => _sharedData.GetValueOrDefault(code);
}
