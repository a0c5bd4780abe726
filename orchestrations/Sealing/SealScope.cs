using System.Security.Cryptography;
using System.Text;

namespace CrossRegion.Orchestrations.Sealing;

/// <summary>
/// One document being written or read under a seal. The converters find it on their thread, because serialisation is synchronous and a
/// converter is shared by all cases: serializer options for each key would each work out every type anew.
/// </summary>
internal sealed class SealScope : IDisposable
{
    [ThreadStatic]
    private static SealScope? _current;

    private readonly SealScope? _outer = _current;
    private readonly CaseSeal _seal;
    private readonly string _documentId;
    private AesGcm? _cipher;

    private SealScope(CaseSeal seal, string documentId) => (_seal, _documentId) = (seal, documentId);

    /// <exception cref="InvalidOperationException">No case's document is being written or read.</exception>
    public static SealScope Current =>
        _current ?? throw new InvalidOperationException("personal data are written and read under the seal of their case only");

    /// <summary>False: personal data read as erased, and are left out of what is written.</summary>
    public bool Opens => _seal.Opens;

    /// <summary>Something personal stood in the document unsealed, as earlier builds wrote it.</summary>
    public bool MetClearText { get; set; }

    public static SealScope Begin(CaseSeal seal, string documentId) => _current = new SealScope(seal, documentId);

    public byte[] Seal(ReadOnlySpan<byte> value, string property) => SealedText.Seal(Cipher(), value, Place(property));

    /// <exception cref="InvalidDataException">It is damaged, stood elsewhere, or is another key's.</exception>
    public byte[] Open(ReadOnlySpan<byte> text, string property)
    {
        try
        {
            return SealedText.Open(Cipher(), text, Place(property));
        }
        catch (CryptographicException wrong)
        {
            throw new InvalidDataException(
                $"'{property}' of {_seal.Number} {_documentId} cannot be opened: it was changed, stood elsewhere or is sealed with another key", wrong);
        }
    }

    public void Dispose()
    {
        _cipher?.Dispose();
        _current = _outer;
    }

    private AesGcm Cipher() => _cipher ??= _seal.Cipher();

    private byte[] Place(string property) => Encoding.UTF8.GetBytes($"{_seal.Number}\n{_documentId}\n{property}");
}
