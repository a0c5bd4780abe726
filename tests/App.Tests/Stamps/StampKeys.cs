using System.Security.Cryptography;

namespace CrossRegion.App.Tests.Stamps;

/// <summary>The files with the keys that stamps sign with; gone after the test.</summary>
internal sealed class StampKeys : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("crossregion-keys-");

    /// <summary>Makes somebody's keys, and gives back where the private one is.</summary>
    public string Make(string owner)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var path = Path.Combine(_directory.FullName, $"{owner}.key.pem");
        File.WriteAllText(path, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(PublicKey(owner), key.ExportSubjectPublicKeyInfoPem());
        return path;
    }

    /// <summary>Where somebody's public key is.</summary>
    public string PublicKey(string owner) => Path.Combine(_directory.FullName, $"{owner}.pub.pem");

    public void Dispose() => _directory.Delete(recursive: true);
}
