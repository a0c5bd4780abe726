using System.Security.Cryptography;
using CrossRegion.Domain;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Sealing;

/// <summary>
/// How the documents of one application are written and read: what is <see cref="PersonalDataAttribute"/> is sealed with the
/// application's key, each value for its place in its document.
/// </summary>
public sealed class CaseSeal
{
    private readonly byte[]? _key;

    internal CaseSeal(ApplicationNumber number, byte[] key) => (Number, _key) = (number, key);

    private CaseSeal()
    {
    }

    /// <summary>
    /// Without a key: personal data read as erased and are left out of what is written. For an erased case, and for those who need no
    /// more than its skeleton.
    /// </summary>
    public static CaseSeal Closed { get; } = new();

    /// <summary>The same, of an application whose person is erased: nothing personal of it may be kept any more, sealed or not.</summary>
    public static CaseSeal Erased { get; } = new();

    /// <summary>There is a key.</summary>
    public bool Opens => _key is not null;

    internal ApplicationNumber? Number { get; }

    /// <param name="documentId">Under which id it will be kept; it opens under no other.</param>
    /// <param name="value">What is to be kept.</param>
    public string Write<T>(string documentId, T value)
    {
        using var scope = SealScope.Begin(this, documentId);
        return CaseJson.Write(value);
    }

    /// <exception cref="InvalidDataException">The document is not what it should be, or was sealed otherwise.</exception>
    public T Read<T>(StoredDocument document) => Read<T>(document.Key.Id, document.Body);

    /// <exception cref="InvalidDataException">The text is not what it should be, or was sealed otherwise.</exception>
    public T Read<T>(string documentId, string body) => Read<T>(documentId, body, out _);

    /// <summary>The same; tells whether something personal stood there unsealed, as earlier builds wrote it.</summary>
    public T Read<T>(string documentId, string body, out bool metClearText)
    {
        using var scope = SealScope.Begin(this, documentId);
        var value = CaseJson.Read<T>(body);
        metClearText = scope.MetClearText;
        return value;
    }

    internal AesGcm Cipher() => SealedText.Cipher(_key!);
}
