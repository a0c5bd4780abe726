using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// What a department (with its task) is called inside one item: <c>move-out-police</c>. Cases, events and graphs refer to it.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<DepartmentKey>))]
public sealed record DepartmentKey : Identifier, IIdentifier<DepartmentKey>
{
    private static readonly IdentifierText Text = new("部门键", "a department key");

    private DepartmentKey(string value) : base(value)
    {
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out DepartmentKey? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = Slug.TryCheck(text, Text, out fault) ? new DepartmentKey(text!) : null;
        return value is not null;
    }

    public static DepartmentKey Parse(string text) => Parse<DepartmentKey>(text);
}
