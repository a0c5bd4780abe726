using System.Globalization;
using System.Text.Json;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Simulators.Reserved;

/// <summary>
/// Identifiers that choose the outcome, as reserved recipients of other services do. No real one can be among them: no division has
/// the code 990000, and nobody is born in the nineteenth century.
/// </summary>
/// <remarks>
/// A person's is <c>990000 18OO MMDD NNN C</c>, an organisation's <c>Y9 990000 XX OO NNNNN C</c>, with OO the outcome's two digits, any
/// date and numbers, and the check character of GB 11643 or GB 32100.
/// </remarks>
public static class ReservedApplicant
{
    private const string Division = "990000";
    private const string PersonPrefix = Division + "18";
    private const string OrganisationPrefix = "Y9" + Division + "XX";
    private const string CheckCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly DateOnly FirstDay = new(1801, 1, 1);

    /// <summary>How many identifiers of a kind each outcome has.</summary>
    public const int Serials = 100_000;

    /// <summary>The outcome that an identifier chooses; null for one that is not reserved.</summary>
    public static ReservedOutcome? OutcomeOf(string? identifier)
    {
        var digits = identifier is not { Length: 18 } ? null
            : identifier.StartsWith(PersonPrefix, StringComparison.Ordinal) ? identifier[8..10]
            : identifier.StartsWith(OrganisationPrefix, StringComparison.Ordinal) ? identifier[10..12]
            : null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((ReservedOutcome)number)
            ? (ReservedOutcome)number
            : null;
    }

    /// <param name="outcome">What it chooses.</param>
    /// <param name="serial">From 0 to <see cref="Serials"/> - 1.</param>
    public static ResidentIdentityNumber Person(ReservedOutcome outcome, int serial)
    {
        var birthday = FirstDay.AddDays(serial / 1000).ToString("MMdd", CultureInfo.InvariantCulture);
        return Checked<ResidentIdentityNumber>($"{PersonPrefix}{(int)outcome:D2}{birthday}{serial % 1000:D3}");
    }

    /// <param name="outcome">What it chooses.</param>
    /// <param name="serial">From 0 to <see cref="Serials"/> - 1.</param>
    public static UnifiedSocialCreditCode Organisation(ReservedOutcome outcome, int serial) =>
        Checked<UnifiedSocialCreditCode>($"{OrganisationPrefix}{(int)outcome:D2}{serial:D5}");

    /// <summary>The outcome's name in files: <c>notCompetent</c>.</summary>
    public static string NameOf(ReservedOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    /// <summary>The one identifier that begins so: there is exactly one right check character.</summary>
    private static T Checked<T>(string body) where T : class, IIdentifier<T>
    {
        foreach (var character in CheckCharacters)
        {
            if (T.TryParse(body + character, out var identifier, out _))
            {
                return identifier;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(body), body, "no check character makes an identifier of this");
    }
}
