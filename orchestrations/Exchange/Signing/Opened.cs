namespace CrossRegion.Orchestrations.Exchange.Signing;

/// <summary>A signed message after its signature was looked at: what it says, or why it does not count.</summary>
/// <param name="Claims">What it says, true or not; null when it could not be read.</param>
/// <param name="Payload">The bytes that were signed; empty when they could not be found.</param>
/// <param name="Refusal">Null when all is well.</param>
public readonly record struct Opened<T>(T? Claims, byte[] Payload, Refusal? Refusal) where T : class
{
    /// <summary>What its author says; null when it is refused.</summary>
    public T? Value => Refusal is null ? Claims : null;
}
