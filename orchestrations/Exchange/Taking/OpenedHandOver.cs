using CrossRegion.Orchestrations.Exchange.Wire;

namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>A message that was opened.</summary>
/// <param name="Signed">As it came.</param>
/// <param name="Envelope">What it says, which is true only if nothing speaks against it; null when it could not be read.</param>
/// <param name="Payload">The envelope's bytes.</param>
/// <param name="Refusal">Why it is not taken; null when nothing speaks against it so far.</param>
public sealed record OpenedHandOver(SignedHandOver Signed, Envelope? Envelope, byte[] Payload, Refusal? Refusal);
