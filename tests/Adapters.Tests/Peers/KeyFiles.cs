using System.Security.Cryptography;

namespace CrossRegion.Adapters.Tests.Peers;

/// <summary>A key on P-256 in two files.</summary>
internal sealed class KeyFiles : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("crossregion-keys-");

    public KeyFiles()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        (Private, Public) = (key.ExportPkcs8PrivateKeyPem(), key.ExportSubjectPublicKeyInfoPem());
        File.WriteAllText(PrivatePath, Private);
        File.WriteAllText(PublicPath, Public);
    }

    public string Private { get; }

    public string Public { get; }

    public string PrivatePath => Path.Combine(_directory.FullName, "key.pem");

    public string PublicPath => Path.Combine(_directory.FullName, "pub.pem");

    public void Dispose() => _directory.Delete(recursive: true);
}
