using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>电子证照类型代码, GB/T 36904-2018, 21 characters: credit code of the body that defines the type (18) and three digits.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<CertificateTypeCode>))]
public sealed record CertificateTypeCode : Identifier, IIdentifier<CertificateTypeCode>
{
    /// <summary>Characters in all.</summary>
    public const int Length = 21;

    private static readonly IdentifierText Text = new("电子证照类型代码", "a certificate type code");

    private CertificateTypeCode(string value, UnifiedSocialCreditCode definedBy) : base(value) => DefinedBy = definedBy;

    /// <summary>The body that defines the type.</summary>
    public UnifiedSocialCreditCode DefinedBy { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out CertificateTypeCode? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        fault = Text.Length(text, Length) ?? Text.Characters(text!, 18, 3, IdentifierText.Digits);
        if (fault is null && UnifiedSocialCreditCode.TryParse(text![..18], out var definedBy, out fault))
        {
            value = new CertificateTypeCode(text, definedBy);
        }

        return value is not null;
    }

    public static CertificateTypeCode Parse(string text) => Parse<CertificateTypeCode>(text);
}
