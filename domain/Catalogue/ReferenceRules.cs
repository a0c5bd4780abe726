using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>What an item names in other files must be there.</summary>
internal static class ReferenceRules
{
    /// <param name="items">The items that could be read.</param>
    /// <param name="complete">Whether all could; else a material that is missing is not blamed on who refers to it.</param>
    /// <param name="divisions">Null when they could not be read.</param>
    /// <param name="sharedData">Null when they could not be read.</param>
    /// <param name="faults">Where faults go.</param>
    public static void Check(
        IReadOnlyList<LoadedItem> items,
        bool complete,
        DivisionTable? divisions,
        IReadOnlyList<SharedDataItem>? sharedData,
        FaultCollector faults)
    {
        var shared = sharedData?.Select(item => item.Code).ToHashSet();
        var materials = !complete ? null : items.SelectMany(loaded => loaded.Item.Materials).Select(material => material.Code).ToHashSet();
        foreach (var loaded in items)
        {
            for (var i = 0; i < loaded.Item.Materials.Count; i++)
            {
                CheckSource(loaded.Item.Materials[i].Source, loaded.At($"materials/{i}/source"), shared, materials, faults);
            }

            if (divisions is not null)
            {
                CheckDivisions(loaded, divisions, faults);
            }
        }
    }

    private static void CheckSource(
        MaterialSource source, string path, HashSet<SharedDataCode>? shared, HashSet<MaterialCode>? materials, FaultCollector faults)
    {
        if (source is SharedDataSource { Item: var item } && shared?.Contains(item) == false)
        {
            faults.Add(path + "/item", "unknown-shared-data", $"没有共享数据项{item}", $"there is no shared data item {item}");
        }

        if (source is EarlierMaterialSource { Material: var material } && materials?.Contains(material) == false)
        {
            faults.Add(path + "/material", "unknown-material", $"目录中没有材料{material}", $"the catalogue has no material {material}");
        }
    }

    private static void CheckDivisions(LoadedItem loaded, DivisionTable divisions, FaultCollector faults)
    {
        var from = loaded.Item.ValidFrom;
        foreach (var department in loaded.Item.Departments.Where(department => divisions.Find(department.Division, from) is null))
        {
            faults.Add(
                loaded.At("departments"),
                "unknown-division",
                $"{department.Key}的行政区划{department.Division}不存在",
                $"division {department.Division} of {department.Key} does not exist");
        }
    }
}
