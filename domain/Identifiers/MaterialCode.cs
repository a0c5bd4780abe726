using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>材料编码: the handling code (33), or the implementation code (31) where an item has no handling items, and three digits.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<MaterialCode>))]
public sealed record MaterialCode : Identifier, IIdentifier<MaterialCode>
{
    private const int SequenceDigits = 3;
    private const int BelowHandling = HandlingCode.Length + SequenceDigits;
    private const int BelowImplementation = ImplementationCode.Length + SequenceDigits;

    private static readonly IdentifierText Text = new("材料编码", "a material code");

    private MaterialCode(string value, ImplementationCode implementation, HandlingCode? handling) : base(value)
    {
        Implementation = implementation;
        Handling = handling;
    }

    public ImplementationCode Implementation { get; }

    /// <summary>The handling item the material belongs to; null when it belongs to the whole implementation item.</summary>
    public HandlingCode? Handling { get; }

    /// <summary>The sequence, 0 to 999.</summary>
    public int Sequence => int.Parse(Value[^SequenceDigits..], CultureInfo.InvariantCulture);

    /// <exception cref="ArgumentOutOfRangeException">The sequence has more than three digits.</exception>
    public static MaterialCode Create(HandlingCode handling, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 999);
        return new MaterialCode(handling.Value + sequence.ToString("D3", CultureInfo.InvariantCulture), handling.Implementation, handling);
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out MaterialCode? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        fault = Text.Length(text, BelowHandling, BelowImplementation)
            ?? Text.Characters(text!, text!.Length - SequenceDigits, SequenceDigits, IdentifierText.Digits);
        if (fault is not null)
        {
            return false;
        }

        var owner = text![..^SequenceDigits];
        if (owner.Length == HandlingCode.Length)
        {
            value = HandlingCode.TryParse(owner, out var handling, out fault)
                ? new MaterialCode(text, handling.Implementation, handling)
                : null;
        }
        else
        {
            value = ImplementationCode.TryParse(owner, out var implementation, out fault)
                ? new MaterialCode(text, implementation, null)
                : null;
        }

        return value is not null;
    }

    public static MaterialCode Parse(string text) => Parse<MaterialCode>(text);
}
