namespace CrossRegion.Orchestrations.Ports;

/// <summary>A key that only a master key can open.</summary>
/// <param name="KeyId">The master key, as its adapter names it.</param>
/// <param name="Value">The key under it, with a check of its integrity.</param>
public sealed record WrappedKey(string KeyId, byte[] Value);
