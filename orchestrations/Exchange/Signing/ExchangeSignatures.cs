using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Signing;

/// <summary>Signs what this stamp says and judges what others say: key, signature, time, in this order.</summary>
public sealed class ExchangeSignatures(IKeyRing keys, ExchangeOptions options, IClock clock)
{
    /// <summary>The digest that this stamp's own hand-overs use.</summary>
    public IDigest Digest => keys.Signer.Digest;

    /// <summary>Signs what others must take within the lifetime of messages.</summary>
    public string SignForNow(string type, ReadOnlySpan<byte> payload)
    {
        var now = clock.GetCurrentInstant();
        return Jws.Sign(keys.Signer, type, payload, now.ToUnixTimeSeconds(), (now + options.MessageLifetime).ToUnixTimeSeconds());
    }

    /// <summary>Signs what stays true.</summary>
    public string SignForEver(string type, ReadOnlySpan<byte> payload) =>
        Jws.Sign(keys.Signer, type, payload, clock.GetCurrentInstant().ToUnixTimeSeconds(), expires: null);

    /// <summary>Opens what has just come: it must be signed by its author and not be expired.</summary>
    /// <param name="text">The message.</param>
    /// <param name="type">What it must be.</param>
    /// <param name="author">Who must have signed, by what it says.</param>
    public Opened<T> OpenFresh<T>(string text, string type, Func<T, ProvinceCode> author) where T : class =>
        Open(text, type, author, header => header.Exp is null ? Refusal.Malformed("exp is missing") : Untimely(header));

    /// <summary>Opens what was kept, or what never expires: it must be signed by its author.</summary>
    /// <inheritdoc cref="OpenFresh"/>
    public Opened<T> OpenKept<T>(string text, string type, Func<T, ProvinceCode> author) where T : class =>
        Open(text, type, author, _ => null);

    /// <summary>Whether the digest, whose text names its algorithm, is that of these bytes; null when it is.</summary>
    public Refusal? Mismatch(string digest, ReadOnlySpan<byte> data) =>
        keys.FindDigest(Digests.NameIn(digest)) is not { } algorithm ? Refusal.UnknownDigest(Digests.NameIn(digest))
        : algorithm.Text(data) == digest ? null
        : Refusal.WrongDigest;

    /// <summary>The digest of an envelope's bytes, by the algorithm that the envelope itself uses.</summary>
    /// <exception cref="InvalidDataException">That algorithm is not known here.</exception>
    public string DigestOf(Envelope envelope, ReadOnlySpan<byte> bytes) =>
        keys.FindDigest(Digests.NameIn(envelope.BodyDigest))?.Text(bytes)
            ?? throw new InvalidDataException($"the digest {Digests.NameIn(envelope.BodyDigest)} is not known here");

    private Opened<T> Open<T>(string text, string type, Func<T, ProvinceCode> author, Func<JwsHeader, Refusal?> untimely) where T : class
    {
        if (!Jws.TryParse(text, out var jws, out var fault))
        {
            return new Opened<T>(null, [], Refusal.Malformed(fault));
        }

        if (jws.Header.Typ != type)
        {
            return new Opened<T>(null, jws.Payload, Refusal.Malformed($"typ is not {type}"));
        }

        if (!ExchangeJson.TryRead<T>(jws.Payload, out var value, out fault))
        {
            return new Opened<T>(null, jws.Payload, Refusal.Malformed($"its payload {fault}"));
        }

        return new Opened<T>(value, jws.Payload, Unproven(jws, author(value)) ?? untimely(jws.Header));
    }

    private Refusal? Unproven(Jws jws, ProvinceCode author)
    {
        if (!options.Serves(author) && !options.Peers.Contains(author))
        {
            return Refusal.UnknownPeer(author);
        }

        if (keys.Find(author, jws.Header.Kid) is not { } key)
        {
            return Refusal.UnknownKey(author, jws.Header.Kid);
        }

        return jws.Header.Alg != key.Algorithm ? Refusal.WrongAlgorithm(jws.Header.Alg)
            : jws.IsSignedWith(key) ? null
            : Refusal.WrongSignature;
    }

    private Refusal? Untimely(JwsHeader header)
    {
        var now = clock.GetCurrentInstant();
        return header.Exp < (now - options.ClockSkew).ToUnixTimeSeconds() ? Refusal.Expired
            : header.Iat > (now + options.ClockSkew).ToUnixTimeSeconds() ? Refusal.NotYetValid
            : null;
    }
}
