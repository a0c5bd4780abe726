using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Exchange.Signing;

/// <summary>The keys of this stamp and of its peers. They may change at any time; nobody keeps one for longer than a message.</summary>
public interface IKeyRing
{
    /// <summary>The key that this stamp signs with now.</summary>
    ISigner Signer { get; }

    /// <summary>A key that speaks for an authority, a peer's or (its earlier ones too) this stamp's own; null when there is no such key.</summary>
    IVerifier? Find(ProvinceCode authority, string keyId);

    /// <summary>The digest of this name, or null.</summary>
    IDigest? FindDigest(string name);
}
