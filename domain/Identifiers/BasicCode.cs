using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// 基本编码, GB/T 39554.1-2020, 12 digits: region (2; 00 is national), item type (2), main item (5), sub-item (3; 000 is none).
/// Beware of GB/T 39046-2020 table 4, which still has 10 characters; the national platform uses 12.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<BasicCode>))]
public sealed record BasicCode : Identifier, IIdentifier<BasicCode>
{
    /// <summary>Characters in all.</summary>
    public const int Length = 12;

    private const string National = "00";

    private static readonly IdentifierText Text = new("基本编码", "a basic code");

    private BasicCode(string value) : base(value)
    {
    }

    /// <summary>The province whose own item this is; null for a national item.</summary>
    public ProvinceCode? Province => Value.StartsWith(National, StringComparison.Ordinal) ? null : ProvinceCode.Parse(Value[..2]);

    /// <summary>The two digits of the item type; provinces have types of their own (Guangdong: 21).</summary>
    public string TypeCode => Value[2..4];

    /// <summary>The item type of GB/T 39046 A.1; null for a province's own.</summary>
    public ItemType? Type => CodeSet<ItemType>.TryParse(TypeCode, out var type) ? type : null;

    public string MainItem => Value[4..9];

    public string SubItem => Value[9..];

    public static bool TryParse(string? text, [NotNullWhen(true)] out BasicCode? value, [NotNullWhen(false)] out Fault? fault)
    {
        fault = Text.Length(text, Length) ?? Text.Characters(text!, 0, Length, IdentifierText.Digits);
        if (fault is null && !text!.StartsWith(National, StringComparison.Ordinal))
        {
            ProvinceCode.TryParse(text[..2], out _, out fault);
        }

        if (fault is null && !CodeSet<ItemType>.TryParse(text![2..4], out _) && text.StartsWith(National, StringComparison.Ordinal))
        {
            fault = Text.Wrong("item-type", $"国家级事项没有类型“{text[2..4]}”", $"a national item has no type '{text[2..4]}'");
        }

        value = fault is null ? new BasicCode(text!) : null;
        return value is not null;
    }

    public static BasicCode Parse(string text) => Parse<BasicCode>(text);
}
