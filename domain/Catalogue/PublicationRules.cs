using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Published versions never change: each is recorded with its digest, and a file that differs from it is refused.</summary>
internal static class PublicationRules
{
    /// <summary>The items, with the ends of validity that later publications set.</summary>
    public static List<LoadedItem> Apply(
        IReadOnlyList<LoadedItem> items, IReadOnlyList<Publication> publications, IReadOnlySet<string> files, FaultCollector faults)
    {
        var byFile = publications.GroupBy(publication => publication.File)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var publication in publications.Where(publication => !files.Contains(publication.File)))
        {
            faults.Add(
                PublicationReader.File, "published-missing", $"已发布的{publication.File}缺失", $"{publication.File} is published, but missing");
        }

        return [.. items.Select(loaded => Apply(loaded, byFile.GetValueOrDefault(loaded.File.Path), faults))];
    }

    private static LoadedItem Apply(LoadedItem loaded, Publication? publication, FaultCollector faults)
    {
        var published = loaded.Item.Status == VersionStatus.Published;
        if (publication is null)
        {
            if (published)
            {
                var digest = CanonicalJson.Digest(loaded.File.Text);
                faults.Add(
                    loaded.At("status"),
                    "published-not-recorded",
                    $"已发布的版本应记入published.json,SHA-256为{digest}",
                    $"a published version is recorded in published.json; its SHA-256 is {digest}");
            }

            return loaded;
        }

        if (!published)
        {
            faults.Add(loaded.At("status"), "draft-recorded", "草稿不应记入published.json", "a draft is not recorded in published.json");
        }
        else if (CanonicalJson.Digest(loaded.File.Text) != publication.Sha256)
        {
            faults.Add(
                loaded.File.Path, "published-changed", "已发布的版本被改动;应另发新版本", "a published version was changed; publish a new one instead");
        }

        return publication.ValidTo is { } end ? loaded with { Item = Ended(loaded, end, faults) } : loaded;
    }

    private static ServiceItem Ended(LoadedItem loaded, NodaTime.LocalDate end, FaultCollector faults)
    {
        if (end < loaded.Item.ValidFrom || end > loaded.Item.ValidTo)
        {
            faults.Add(
                PublicationReader.File,
                "order",
                $"{loaded.File.Path}的结束日不在其有效期内",
                $"the end of {loaded.File.Path} is not within its validity");
        }

        return loaded.Item with { ValidTo = end };
    }
}
