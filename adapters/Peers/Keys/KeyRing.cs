using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Signing;

namespace CrossRegion.Adapters.Peers.Keys;

/// <summary>The keys that the settings name. This stamp's file may hold earlier public keys after the private one: they prove what it signed once.</summary>
internal sealed class KeyRing(
    PemSource own, IReadOnlyDictionary<ProvinceCode, PemSource> peers, IReadOnlyList<ISignatureSuite> suites, ExchangeOptions options) : IKeyRing
{
    public ISigner Signer => own.Keys.Signer ?? throw new InvalidDataException("the signing key has no private key");

    public IVerifier? Find(ProvinceCode authority, string keyId)
    {
        if (!options.Serves(authority))
        {
            return peers.GetValueOrDefault(authority)?.Keys.Verifiers.GetValueOrDefault(keyId);
        }

        var keys = own.Keys;
        return keys.Signer is IVerifier current && current.KeyId == keyId ? current : keys.Verifiers.GetValueOrDefault(keyId);
    }

    public IDigest? FindDigest(string name) => suites.Select(suite => suite.Digest).FirstOrDefault(digest => digest.Name == name);
}
