using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>What a shared data item is called in the catalogue of shared data: <c>marriage-registration</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<SharedDataCode>))]
public sealed record SharedDataCode : Identifier, IIdentifier<SharedDataCode>
{
    private static readonly IdentifierText Text = new("共享数据项代码", "a shared data code");

    private SharedDataCode(string value) : base(value)
    {
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out SharedDataCode? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = Slug.TryCheck(text, Text, out fault) ? new SharedDataCode(text!) : null;
        return value is not null;
    }

    public static SharedDataCode Parse(string text) => Parse<SharedDataCode>(text);
}
