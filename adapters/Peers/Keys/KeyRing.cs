using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Signing;

namespace CrossRegion.Adapters.Peers.Keys;

/// <summary>The keys that the settings name. This stamp's file may hold earlier public keys after the private one: they prove what it signed once.</summary>
internal sealed class KeyRing : IKeyRing
{
    private readonly PemSource _own;
    private readonly IReadOnlyDictionary<ProvinceCode, PemSource> _peers;
    private readonly IReadOnlyList<ISignatureSuite> _suites;
    private readonly ExchangeOptions _options;

    public KeyRing(
        PemSource own, IReadOnlyDictionary<ProvinceCode, PemSource> peers, IReadOnlyList<ISignatureSuite> suites, ExchangeOptions options)
    {
        (_own, _peers, _suites, _options) = (own, peers, suites, options);
        if (peers.Count > 0)
        {
            // Now, while the files are those that were found right.
            foreach (var source in peers.Values.Prepend(own))
            {
                _ = source.Keys;
            }
        }
    }

    public ISigner Signer => _own.Keys.Signer ?? throw new InvalidDataException("the signing key has no private key");

    public IVerifier? Find(ProvinceCode authority, string keyId)
    {
        if (!_options.Serves(authority))
        {
            return _peers.GetValueOrDefault(authority)?.Keys.Verifiers.GetValueOrDefault(keyId);
        }

        var keys = _own.Keys;
        return keys.Signer is IVerifier current && current.KeyId == keyId ? current : keys.Verifiers.GetValueOrDefault(keyId);
    }

    public IDigest? FindDigest(string name) => _suites.Select(suite => suite.Digest).FirstOrDefault(digest => digest.Name == name);
}
