using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// 电子证照标识, GB/T 36904-2018: <c>1.2.156.3005.2.TYPE.ISSUER.SERIAL.VERSION.CHECK</c>. The type has 21 characters, the issuer is
/// a credit code (in old records a six-digit division), the serial is digits and capitals of any length up to 50, the version has
/// three digits, and the check character is ISO 7064 MOD 37,36 over the four parts together, without root and dots.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<ECertificateIdentifier>))]
public sealed record ECertificateIdentifier : Identifier, IIdentifier<ECertificateIdentifier>
{
    /// <summary>The object identifier all electronic certificates stand under.</summary>
    public const string Root = "1.2.156.3005.2";

    private const int PartCount = 5;
    private const int MaximumSerial = 50;

    private static readonly IdentifierText Text = new("电子证照标识", "an electronic certificate identifier");
    private static readonly IdentifierText IssuerText = new("颁发机构代码", "an issuer code");
    private static readonly IdentifierText SerialText = new("证照流水号", "a certificate serial");
    private static readonly IdentifierText CheckText = new("校验位", "a check character");
    private static readonly IdentifierText VersionText = new("证照版本号", "a certificate version");

    private ECertificateIdentifier(CertificateTypeCode type, string issuer, string serial, string version)
        : base($"{Root}.{type}.{issuer}.{serial}.{version}.{Iso7064.Mod37Radix36(type + issuer + serial + version)}")
    {
        Type = type;
        Issuer = issuer;
        Serial = serial;
        Version = int.Parse(version, CultureInfo.InvariantCulture);
    }

    public CertificateTypeCode Type { get; }

    /// <summary>Credit code of the issuer; in old records a six-digit division.</summary>
    public string Issuer { get; }

    public string Serial { get; }

    /// <summary>The version, 0 to 999.</summary>
    public int Version { get; }

    /// <summary>The identifier of these parts, with its check character.</summary>
    /// <exception cref="FormatException">The serial is not 1 to 50 digits and capitals.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The version is not 0 to 999.</exception>
    public static ECertificateIdentifier Create(CertificateTypeCode type, UnifiedSocialCreditCode issuer, string serial, int version = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, 999);
        return CheckSerial(serial) is { } fault
            ? throw new FormatException(fault.MessageEn)
            : new ECertificateIdentifier(type, issuer.Value, serial, version.ToString("D3", CultureInfo.InvariantCulture));
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out ECertificateIdentifier? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            fault = Text.Missing();
            return false;
        }

        if (!text.StartsWith(Root + ".", StringComparison.Ordinal))
        {
            fault = Text.Wrong("root", $"应以{Root}.开头", $"it begins with {Root}.");
            return false;
        }

        var parts = text[(Root.Length + 1)..].Split('.');
        if (parts.Length != PartCount)
        {
            fault = Text.Wrong("parts", $"根之后应有{PartCount}段,实有{parts.Length}段", $"{PartCount} parts follow the root, not {parts.Length}");
            return false;
        }

        if (!CertificateTypeCode.TryParse(parts[0], out var type, out fault))
        {
            return false;
        }

        fault = CheckIssuer(parts[1])
            ?? CheckSerial(parts[2])
            ?? VersionText.Length(parts[3], 3)
            ?? VersionText.Characters(parts[3], 0, 3, IdentifierText.Digits)
            ?? CheckText.Length(parts[4], 1);
        if (fault is not null)
        {
            return false;
        }

        var computed = new ECertificateIdentifier(type, parts[1], parts[2], parts[3]);
        fault = computed.Value == text ? null : Text.CheckCharacter(computed.Value[^1], text[^1]);
        value = fault is null ? computed : null;
        return value is not null;
    }

    public static ECertificateIdentifier Parse(string text) => Parse<ECertificateIdentifier>(text);

    private static Fault? CheckIssuer(string issuer)
    {
        var fault = IssuerText.Length(issuer, 18, 6);
        if (fault is null && issuer.Length == 18)
        {
            UnifiedSocialCreditCode.TryParse(issuer, out _, out fault);
        }

        return fault ?? (issuer.Length == 6 ? IssuerText.Characters(issuer, 0, 6, IdentifierText.Digits) : null);
    }

    private static Fault? CheckSerial(string serial) =>
        serial.Length > MaximumSerial
            ? SerialText.TooLong(MaximumSerial, serial.Length)
            : serial.Length == 0 ? SerialText.Missing() : SerialText.Characters(serial, 0, serial.Length, IdentifierText.Alphanumeric);
}
