using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// 行政区划代码, GB/T 2260: province, prefecture and county, two digits each. The province must be one of the 34; whether the
/// rest exists depends on the date, so it is asked of the catalogue's divisions.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<DivisionCode>))]
public sealed record DivisionCode : Identifier, IIdentifier<DivisionCode>
{
    private static readonly IdentifierText Text = new("行政区划代码", "a division code");

    private DivisionCode(string value) : base(value)
    {
    }

    public ProvinceCode Province => ProvinceCode.Parse(Value[..2]);

    public bool IsProvince => Value.EndsWith("0000", StringComparison.Ordinal);

    public bool IsPrefecture => !IsProvince && Value.EndsWith("00", StringComparison.Ordinal);

    public bool IsCounty => !Value.EndsWith("00", StringComparison.Ordinal);

    public static bool TryParse(string? text, [NotNullWhen(true)] out DivisionCode? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        fault = Text.Length(text, 6) ?? Text.Characters(text!, 0, 6, IdentifierText.Digits);
        if (fault is null && ProvinceCode.TryParse(text![..2], out _, out fault))
        {
            value = new DivisionCode(text);
        }

        return fault is null;
    }

    public static DivisionCode Parse(string text) => Parse<DivisionCode>(text);
}
