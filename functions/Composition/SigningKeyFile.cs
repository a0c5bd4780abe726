using System.Security.Cryptography;
using System.Text;

namespace CrossRegion.Functions.Composition;

/// <summary>The key that the stamp signs with in the data directory, made once, and its public half beside it, to be given to peers.</summary>
public static class SigningKeyFile
{
    private const string Private = "exchange.key.pem";
    private const string Public = "exchange.pub.pem";

    /// <summary>The path of the public key.</summary>
    public static string PublicOf(string dataDirectory) => Path.Combine(dataDirectory, Public);

    /// <summary>The path of the private key; both are made if they are not there.</summary>
    public static string ReadOrCreate(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, Private);
        if (!File.Exists(path))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            KeptFile.Write(path, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
        }

        if (!File.Exists(PublicOf(dataDirectory)))
        {
            using var kept = ECDsa.Create();
            kept.ImportFromPem(File.ReadAllText(path));
            KeptFile.Write(Path.Combine(dataDirectory, Public), Encoding.ASCII.GetBytes(kept.ExportSubjectPublicKeyInfoPem() + "\n"));
        }

        return path;
    }
}
