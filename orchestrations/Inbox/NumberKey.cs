namespace CrossRegion.Orchestrations.Inbox;

/// <summary>The secret from which application numbers are derived; at least 32 bytes, the same for ever.</summary>
public sealed record NumberKey(ReadOnlyMemory<byte> Value)
{
    /// <summary>In bytes.</summary>
    public const int MinimumLength = 32;
}
