using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CrossRegion.Orchestrations.Exchange.Signing;

namespace CrossRegion.Adapters.Peers.Keys;

/// <summary>The keys in a text in PEM (RFC 7468): any number of public keys, at most one private key.</summary>
internal sealed record PemKeys(ISigner? Signer, IReadOnlyDictionary<string, IVerifier> Verifiers)
{
    /// <summary>Reads every key; <paramref name="fault"/> names the first block that is none.</summary>
    public static bool TryRead(string pem, IReadOnlyList<ISignatureSuite> suites, [NotNullWhen(true)] out PemKeys? keys, [NotNullWhen(false)] out string? fault)
    {
        keys = null;
        ISigner? signer = null;
        var verifiers = new Dictionary<string, IVerifier>(StringComparer.Ordinal);
        var rest = pem.AsSpan();
        var blocks = 0;
        while (PemEncoding.TryFind(rest, out var found))
        {
            blocks++;
            var label = rest[found.Label].ToString();
            var der = Convert.FromBase64String(rest[found.Base64Data].ToString());
            rest = rest[found.Location.End..];
            switch (label)
            {
                case "PRIVATE KEY" when signer is null && suites.Select(suite => suite.ImportPrivate(der)).FirstOrDefault(key => key is not null) is { } key:
                    signer = key;
                    break;
                case "PUBLIC KEY" when suites.Select(suite => suite.ImportPublic(der)).FirstOrDefault(key => key is not null) is { } key:
                    verifiers[key.KeyId] = key;
                    break;
                default:
                    fault = $"block {blocks}, {label}, is no key of a known algorithm, or a second private key";
                    return false;
            }
        }

        fault = blocks == 0 ? "has no PEM block" : null;
        keys = fault is null ? new PemKeys(signer, verifiers) : null;
        return keys is not null;
    }
}
