using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>业务办理项编码, 33 characters: implementation code (31) and a sequence of two digits. What one applies for.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<HandlingCode>))]
public sealed record HandlingCode : Identifier, IIdentifier<HandlingCode>
{
    /// <summary>Characters in all.</summary>
    public const int Length = 33;

    private static readonly IdentifierText Text = new("业务办理项编码", "a handling code");

    private HandlingCode(string value, ImplementationCode implementation) : base(value) => Implementation = implementation;

    public ImplementationCode Implementation { get; }

    public BasicCode Basic => Implementation.Basic;

    /// <summary>The sequence, 0 to 99.</summary>
    public int Sequence => int.Parse(Value[31..], CultureInfo.InvariantCulture);

    /// <exception cref="ArgumentOutOfRangeException">The sequence has more than two digits.</exception>
    public static HandlingCode Create(ImplementationCode implementation, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 99);
        return new HandlingCode(implementation.Value + sequence.ToString("D2", CultureInfo.InvariantCulture), implementation);
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out HandlingCode? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        fault = Text.Length(text, Length) ?? Text.Characters(text!, 31, 2, IdentifierText.Digits);
        if (fault is null && ImplementationCode.TryParse(text![..31], out var implementation, out fault))
        {
            value = new HandlingCode(text, implementation);
        }

        return value is not null;
    }

    public static HandlingCode Parse(string text) => Parse<HandlingCode>(text);
}
