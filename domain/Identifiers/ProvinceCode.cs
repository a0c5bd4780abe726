using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>省级行政区划代码: the first two digits of GB/T 2260, one of the 34 provinces (Taiwan is 71, not 83).</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ProvinceCode>))]
public sealed record ProvinceCode : Identifier, IIdentifier<ProvinceCode>
{
    private static readonly IdentifierText Text = new("省级行政区划代码", "a province code");

    private static readonly FrozenDictionary<string, ProvinceCode> Known = new[]
    {
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    }.ToFrozenDictionary(code => code, code => new ProvinceCode(code), StringComparer.Ordinal);

    private ProvinceCode(string value) : base(value)
    {
    }

    /// <summary>All provinces in the order of their codes.</summary>
    public static IReadOnlyList<ProvinceCode> All { get; } = [.. Known.Values.Order()];

    /// <summary>The province as a division: its two digits and four zeros.</summary>
    public DivisionCode Division => DivisionCode.Parse(Value + "0000");

    public static bool TryParse(string? text, [NotNullWhen(true)] out ProvinceCode? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        fault = Text.Length(text, 2) ?? Text.Characters(text!, 0, 2, IdentifierText.Digits);
        if (fault is null && !Known.TryGetValue(text!, out value))
        {
            fault = Text.Wrong("unknown-province", $"“{text}”不是GB/T 2260的省级代码", $"'{text}' is no province of GB/T 2260");
        }

        return fault is null;
    }

    public static ProvinceCode Parse(string text) => Parse<ProvinceCode>(text);
}
