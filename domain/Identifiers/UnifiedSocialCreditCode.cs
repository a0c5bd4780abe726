using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// 统一社会信用代码, GB 32100-2015: registering department (1), kind of body (1), division (6 digits), entity code (9, GB 11714)
/// and a check character over the first 17. The weights are powers of 3 modulo 31, so every single wrong character and every
/// exchange of two different ones next to each other is found.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<UnifiedSocialCreditCode>))]
public sealed record UnifiedSocialCreditCode : Identifier, IIdentifier<UnifiedSocialCreditCode>
{
    /// <summary>Characters in all.</summary>
    public const int Length = 18;

    /// <summary>The characters in the order of their values 0 to 30: no I, O, S, V, Z.</summary>
    internal const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly IdentifierText Text = new("统一社会信用代码", "a unified social credit code");

    private UnifiedSocialCreditCode(string value) : base(value)
    {
    }

    /// <summary>登记管理部门代码: 1 establishment, 5 civil affairs, 9 market regulation, and so on.</summary>
    public char RegistrationDepartment => Value[0];

    /// <summary>登记管理机关行政区划码: six digits, historical codes included, so no <see cref="DivisionCode"/>.</summary>
    public string RegistrationDivision => Value.Substring(2, 6);

    /// <summary>主体标识码 (组织机构代码). Its own GB 11714 check is not a condition of this code's.</summary>
    public string EntityCode => Value.Substring(8, 9);

    public static bool TryParse(string? text, [NotNullWhen(true)] out UnifiedSocialCreditCode? value, [NotNullWhen(false)] out Fault? fault)
    {
        fault = Text.Length(text, Length)
            ?? Text.Characters(text!, 0, 2, Characters)
            ?? Text.Characters(text!, 2, 6, IdentifierText.Digits)
            ?? Text.Characters(text!, 8, 10, Characters);
        if (fault is null && CheckCharacter(text.AsSpan(0, 17)) is var expected && expected != text![17])
        {
            fault = Text.CheckCharacter(expected, text[17]);
        }

        value = fault is null ? new UnifiedSocialCreditCode(text!) : null;
        return value is not null;
    }

    public static UnifiedSocialCreditCode Parse(string text) => Parse<UnifiedSocialCreditCode>(text);

    private static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in body)
        {
            sum += Characters.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Characters[(31 - (sum % 31)) % 31];
    }
}
