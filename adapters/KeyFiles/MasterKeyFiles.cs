using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.KeyFiles;

/// <summary>
/// Master keys in files: <c>master-keys/NAME.key</c> in the data directory, 32 bytes each, one made at the first start. The one whose name
/// comes last wraps (AES-256-GCM under a random nonce: nonce, key, tag; RFC 7518 section 4.7); a new file is taken up at once, and an old one
/// unwraps as long as it is there.
/// </summary>
public sealed class MasterKeyFiles : IKeyWrapper
{
    /// <summary>Where the files are, below the data directory.</summary>
    public const string FolderName = "master-keys";

    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>An application's key as earlier builds wrapped it, by RFC 5649, which takes a machine twenty times as long.</summary>
    private const int KeyWrapBytes = 40;

    private const string Extension = ".key";

    private readonly string _folder;
    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    private MasterKeyFiles(string folder) => _folder = folder;

    /// <param name="dataDirectory">Created when missing.</param>
    /// <param name="now">The first key is named by it.</param>
    /// <exception cref="InvalidDataException">Names every file that is damaged.</exception>
    public static MasterKeyFiles Open(string dataDirectory, DateTimeOffset now)
    {
        var files = new MasterKeyFiles(Path.Combine(dataDirectory, FolderName));
        Directory.CreateDirectory(files._folder);
        if (!files.Names().Any())
        {
            SecretFile.ReadOrCreate(files.PathOf(now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)), KeyBytes);
        }

        files.Check();
        return files;
    }

    public Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellation)
    {
        var newest = Names().Max(StringComparer.Ordinal) ?? throw new InvalidDataException($"{_folder} has no key any more");
        using var master = new AesGcm(Key(newest), TagBytes);
        var wrapped = new byte[NonceBytes + key.Length + TagBytes];
        var nonce = wrapped.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        master.Encrypt(nonce, key.Span, wrapped.AsSpan(NonceBytes, key.Length), wrapped.AsSpan(^TagBytes..));
        return Task.FromResult(new WrappedKey(newest, wrapped));
    }

    public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellation)
    {
        var master = Key(wrapped.KeyId);
        try
        {
            return Task.FromResult(wrapped.Value.Length == KeyWrapBytes ? UnwrapPadded(master, wrapped.Value) : Unwrap(master, wrapped.Value));
        }
        catch (CryptographicException wrong)
        {
            throw new InvalidDataException($"an application's key cannot be opened with {PathOf(wrapped.KeyId)}: one of the two is damaged", wrong);
        }
    }

    private static byte[] Unwrap(byte[] master, ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("too short for a wrapped key");
        }

        using var cipher = new AesGcm(master, TagBytes);
        var key = new byte[wrapped.Length - NonceBytes - TagBytes];
        cipher.Decrypt(wrapped[..NonceBytes], wrapped[NonceBytes..^TagBytes], wrapped[^TagBytes..], key);
        return key;
    }

    private static byte[] UnwrapPadded(byte[] master, byte[] wrapped)
    {
        using var cipher = Aes.Create();
        cipher.Key = master;
        return cipher.DecryptKeyWrapPadded(wrapped);
    }

    private IEnumerable<string> Names() => Directory.EnumerateFiles(_folder, "*" + Extension).Select(path => Path.GetFileNameWithoutExtension(path));

    private string PathOf(string name) => Path.Combine(_folder, name + Extension);

    private byte[] Key(string name)
    {
        if (_keys.TryGetValue(name, out var key))
        {
            return key;
        }

        // The name comes from a document: it must not lead elsewhere.
        if (Path.GetFileName(name) != name || !File.Exists(PathOf(name)))
        {
            throw new InvalidDataException($"an application's key was wrapped with the master key '{name}', which is not in {_folder}");
        }

        return _keys[name] = SecretFile.Read(PathOf(name), KeyBytes);
    }

    private void Check()
    {
        List<string> faults = [];
        foreach (var name in Names())
        {
            try
            {
                Key(name);
            }
            catch (InvalidDataException damaged)
            {
                faults.Add(damaged.Message);
            }
        }

        if (faults.Count > 0)
        {
            throw new InvalidDataException(string.Join(Environment.NewLine, faults));
        }
    }
}
