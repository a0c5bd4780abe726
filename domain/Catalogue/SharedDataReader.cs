using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Reads <c>shared-data.json</c>.</summary>
internal static class SharedDataReader
{
    public const string File = "shared-data.json";

    public static IReadOnlyList<SharedDataItem>? Read(CatalogueFile file, FaultCollector faults)
    {
        if (ObjectReader.Open(file.Path, file.Text, faults) is not { } reader)
        {
            return null;
        }

        reader.Skip("$schema");
        var items = reader.Objects("items", 1, ReadItem);
        foreach (var repeated in items.GroupBy(item => item.Code).Where(group => group.Count() > 1))
        {
            reader.Report("items", "repeated", $"共享数据项{repeated.Key}重复", $"shared data item {repeated.Key} stands there twice");
        }

        return reader.Build(() => items);
    }

    private static SharedDataItem? ReadItem(ObjectReader reader)
    {
        var code = reader.Identifier<SharedDataCode>("code");
        var name = reader.Localized("name");
        var provider = reader.Localized("provider");
        var system = reader.Localized("system");
        var sharing = reader.Code<SharingAttribute>("sharing");
        var condition = reader.OptionalLocalized("condition");
        if (sharing is not null && (sharing == SharingAttribute.Conditional) != reader.Has("condition"))
        {
            reader.Report(
                "condition", "condition", "有条件共享应列明条件,无条件共享不应有条件", "a condition stands with conditional sharing, and with no other");
        }

        var fields = reader.Objects("fields", 1, ReadField);
        if (fields.Select(field => field.Key).Distinct().Count() != fields.Count)
        {
            reader.Report("fields", "repeated", "字段重复", "a field stands there twice");
        }

        return reader.Build(() => new SharedDataItem(code!, name!, provider!, system!, sharing!.Value, condition, fields));
    }

    private static SharedDataField? ReadField(ObjectReader reader)
    {
        var key = reader.Text("key");
        if (key is not null && !(char.IsAsciiLetterLower(key[0]) && key.All(char.IsAsciiLetterOrDigit)))
        {
            reader.Report("key", "shape", "应为小驼峰英文名", "a name in lower camel case is expected");
        }

        var name = reader.Localized("name");
        var personal = reader.Boolean("personal");
        return reader.Build(() => new SharedDataField(key!, name!, personal!.Value));
    }
}
