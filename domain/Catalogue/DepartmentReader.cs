using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Reads one department of an item.</summary>
internal static class DepartmentReader
{
    public static Department? Read(ObjectReader reader)
    {
        var key = reader.Identifier<DepartmentKey>("key");
        var name = reader.Localized("name");
        var task = reader.Localized("task");
        var role = reader.Code<DepartmentRole>("role");
        var type = reader.Code<DepartmentType>("type");
        var province = reader.Identifier<ProvinceCode>("province");
        var division = reader.Identifier<DivisionCode>("division");
        if (province is not null && division is not null && division.Province != province)
        {
            reader.Report("division", "division-province", $"行政区划不属于{province}", $"the division is not in province {province}");
        }

        var creditCode = reader.Identifier<UnifiedSocialCreditCode>("creditCode");
        var dependsOn = reader.Identifiers<DepartmentKey>("dependsOn", 0);
        var limit = reader.Object("limit", LimitReader.Limit);
        return reader.Build(
            () => new Department(key!, name!, task!, role!.Value, type!.Value, province!, division!, creditCode!, dependsOn, limit!));
    }
}
