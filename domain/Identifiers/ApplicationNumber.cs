using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// 办件编号, 19 characters: province (2), 80 bits of a keyed digest of the application's (source, subject) in Crockford base 32
/// (16), and a check character by ISO 7064 MOD 37,36 over all before it. The same application has the same number from every
/// channel for ever, and no number tells the next. There is no national format; GB/T 39046-2020 allows 50 characters.
/// Read in small letters and with hyphens too; written without.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<ApplicationNumber>))]
public sealed record ApplicationNumber : Identifier, IIdentifier<ApplicationNumber>
{
    /// <summary>Characters in all.</summary>
    public const int Length = 19;

    /// <summary>The least length of a key, in bytes: that of the digest's security.</summary>
    public const int MinimumKeyBytes = 16;

    private const int DigestBytes = 10;

    private static readonly IdentifierText Text = new("办件编号", "an application number");

    private ApplicationNumber(string value, ProvinceCode province) : base(value) => Province = province;

    /// <summary>The province whose stamp the application was filed with.</summary>
    public ProvinceCode Province { get; }

    /// <summary>In groups for the eye: <c>51-XXXX-XXXX-XXXX-XXXX-C</c>.</summary>
    public string Grouped => $"{Value[..2]}-{Value[2..6]}-{Value[6..10]}-{Value[10..14]}-{Value[14..18]}-{Value[18..]}";

    /// <summary>
    /// The number of the application that <paramref name="source"/> knows as <paramref name="subject"/>. The digest is HMAC-SHA-256
    /// over both, each after its length in bytes, so that no two pairs read the same.
    /// </summary>
    /// <param name="province">Where it is filed.</param>
    /// <param name="source">The CloudEvents source: the province's platform.</param>
    /// <param name="subject">The CloudEvents subject: that platform's own reference for the application.</param>
    /// <param name="key">The stamp's key, at least <see cref="MinimumKeyBytes"/> bytes; another key makes other numbers.</param>
    /// <exception cref="ArgumentException">Source or subject is empty, or the key is too short.</exception>
    public static ApplicationNumber Derive(ProvinceCode province, string source, string subject, ReadOnlySpan<byte> key)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(subject);
        if (key.Length < MinimumKeyBytes)
        {
            throw new ArgumentException($"the key has {key.Length} bytes, fewer than {MinimumKeyBytes}", nameof(key));
        }

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        AppendWithLength(hmac, source);
        AppendWithLength(hmac, subject);
        var body = province.Value + CrockfordBase32.Encode(hmac.GetHashAndReset().AsSpan(0, DigestBytes));
        return new ApplicationNumber(body + Iso7064.Mod37Radix36(body), province);
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out ApplicationNumber? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        var canonical = text is null ? null : Canonical(text);
        fault = Text.Length(canonical, Length);
        if (fault is not null || !ProvinceCode.TryParse(canonical![..2], out var province, out fault))
        {
            return false;
        }

        fault = Text.Characters(canonical, 2, 16, CrockfordBase32.Alphabet);
        if (fault is null && Iso7064.Mod37Radix36(canonical.AsSpan(0, Length - 1)) is var expected && expected != canonical[^1])
        {
            fault = Text.CheckCharacter(expected, canonical[^1]);
        }

        value = fault is null ? new ApplicationNumber(canonical, province) : null;
        return value is not null;
    }

    public static ApplicationNumber Parse(string text) => Parse<ApplicationNumber>(text);

    /// <summary>Without hyphens, ASCII letters large. Other letters stay as they are, to be refused.</summary>
    private static string Canonical(string text) =>
        string.Concat(text.Where(c => c != '-').Select(c => char.IsAsciiLetterLower(c) ? (char)(c - 'a' + 'A') : c));

    private static void AppendWithLength(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
