using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Reads <c>divisions.json</c>.</summary>
internal static class DivisionReader
{
    public const string File = "divisions.json";

    public static DivisionTable? Read(CatalogueFile file, FaultCollector faults)
    {
        if (ObjectReader.Open(file.Path, file.Text, faults) is not { } reader)
        {
            return null;
        }

        reader.Skip("$schema");
        var divisions = reader.Objects("divisions", 1, ReadDivision);
        var existing = divisions.Where(division => division.ValidTo is null).Select(division => division.Code).ToHashSet();
        foreach (var province in ProvinceCode.All.Where(province => !existing.Contains(province.Division)))
        {
            reader.Report("divisions", "province-missing", $"缺少省级行政区划{province.Division}", $"province {province.Division} is missing");
        }

        foreach (var times in divisions.GroupBy(division => division.Code))
        {
            CheckTimes(reader, [.. times.OrderBy(division => division.ValidFrom ?? LocalDate.MinIsoValue)]);
        }

        return reader.Build(() => new DivisionTable(divisions));
    }

    private static Division? ReadDivision(ObjectReader reader)
    {
        var code = reader.Identifier<DivisionCode>("code");
        var name = reader.Localized("name");
        var from = reader.OptionalDate("validFrom");
        var to = reader.OptionalDate("validTo");
        if (from > to)
        {
            reader.Report("validTo", "order", "有效期结束早于开始", "the validity ends before it begins");
        }

        return reader.Build(() => new Division(code!, name!, from, to));
    }

    private static void CheckTimes(ObjectReader reader, List<Division> times)
    {
        foreach (var (earlier, later) in times.Zip(times.Skip(1)))
        {
            if (earlier.ValidTo is not { } end || later.ValidFrom is not { } start || start <= end)
            {
                reader.Report("divisions", "overlap", $"{later.Code}的有效期重叠", $"the validities of {later.Code} overlap");
            }
        }
    }
}
