using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;
using NodaTime;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// 公民身份号码, GB 11643-1999: division of first registration (6), date of birth (8), sequence (3, odd for men) and a check
/// character by ISO 7064 MOD 11-2. The division is not judged: numbers keep codes that have died, and residence permits of
/// Hong Kong, Macao and Taiwan begin with 81, 82 and 83. A small final x is read as X.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<ResidentIdentityNumber>))]
public sealed record ResidentIdentityNumber : Identifier, IIdentifier<ResidentIdentityNumber>
{
    /// <summary>Characters in all.</summary>
    public const int Length = 18;

    private const int EarliestYear = 1800;

    private static readonly IdentifierText Text = new("公民身份号码", "a resident identity number");

    private ResidentIdentityNumber(string value, LocalDate birthDate) : base(value) => BirthDate = birthDate;

    public LocalDate BirthDate { get; }

    /// <summary>Six digits of the place of first registration, historical codes included.</summary>
    public string RegistrationDivision => Value[..6];

    public bool IsMale => (Value[16] - '0') % 2 == 1;

    /// <summary>For eyes that need not see it all: first digit, stars, last four.</summary>
    public string Masked => $"{Value[0]}{new string('*', 13)}{Value[14..]}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out ResidentIdentityNumber? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        fault = Text.Length(text, Length)
            ?? Text.Characters(text!, 0, 17, IdentifierText.Digits)
            ?? Text.Characters(text!, 17, 1, IdentifierText.Digits + "Xx");
        if (fault is not null)
        {
            return false;
        }

        var canonical = text!.ToUpperInvariant();
        if (!TryReadDate(canonical.AsSpan(6, 8), out var birthDate))
        {
            fault = Text.Wrong("date", "第7至14位不是真实的出生日期", "characters 7 to 14 are no real date of birth");
            return false;
        }

        var expected = Iso7064.Mod11Radix2(canonical.AsSpan(0, 17));
        if (expected != canonical[17])
        {
            fault = Text.CheckCharacter(expected, canonical[17]);
            return false;
        }

        value = new ResidentIdentityNumber(canonical, birthDate);
        return true;
    }

    public static ResidentIdentityNumber Parse(string text) => Parse<ResidentIdentityNumber>(text);

    private static bool TryReadDate(ReadOnlySpan<char> digits, out LocalDate date)
    {
        var year = int.Parse(digits[..4], CultureInfo.InvariantCulture);
        var month = int.Parse(digits[4..6], CultureInfo.InvariantCulture);
        var day = int.Parse(digits[6..], CultureInfo.InvariantCulture);
        var real = year >= EarliestYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        date = real ? new LocalDate(year, month, day) : default;
        return real;
    }
}
