namespace CrossRegion.Orchestrations.Exchange.Signing;

/// <summary>
/// The protected header of a JWS (RFC 7515 section 4). <c>iat</c> and <c>exp</c> mean what they mean in RFC 7519, in seconds since 1970;
/// they stand here and not in the payload, so that a message signed again has the same payload and the same digest.
/// </summary>
/// <param name="Alg">The algorithm; it must be the key's.</param>
/// <param name="Typ">What it is (<see cref="MessageType"/>), so that nothing is taken for something else.</param>
/// <param name="Kid">Which key.</param>
/// <param name="Iat">When it was signed.</param>
/// <param name="Exp">Until when it is taken; null for what stays true: receipts.</param>
/// <param name="Crit">Whoever does not understand <c>exp</c> must refuse (section 4.1.11).</param>
public sealed record JwsHeader(string Alg, string Typ, string Kid, long Iat, long? Exp = null, IReadOnlyList<string>? Crit = null);
