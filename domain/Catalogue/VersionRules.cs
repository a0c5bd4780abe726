using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Catalogue;

/// <summary>
/// What must hold between the versions of one item: one number each, and at most one published version in force on any day.
/// </summary>
internal static class VersionRules
{
    public static void Check(IReadOnlyList<LoadedItem> items, FaultCollector faults)
    {
        foreach (var versions in items.GroupBy(loaded => loaded.Item.Code))
        {
            foreach (var repeated in versions.GroupBy(loaded => loaded.Item.Version).SelectMany(group => group.Skip(1)))
            {
                faults.Add(repeated.At("version"), "version-repeated", "同一事项已有该版本号", "the item has a version of that number already");
            }

            var published =
                versions.Where(loaded => loaded.Item.Status == VersionStatus.Published).OrderBy(loaded => loaded.Item.ValidFrom).ToList();
            foreach (var (earlier, later) in published.Zip(published.Skip(1)))
            {
                CheckSuccession(earlier, later, faults);
            }
        }
    }

    private static void CheckSuccession(LoadedItem earlier, LoadedItem later, FaultCollector faults)
    {
        if (earlier.Item.ValidTo is not { } end || later.Item.ValidFrom <= end)
        {
            faults.Add(
                later.At("validFrom"),
                "overlap",
                $"有效期与第{earlier.Item.Version}版重叠",
                $"the validity overlaps with version {earlier.Item.Version}");
        }

        if (later.Item.Version < earlier.Item.Version)
        {
            faults.Add(later.At("version"), "version-order", "后生效的版本号应更大", "the version that comes into force later has the higher number");
        }
    }
}
