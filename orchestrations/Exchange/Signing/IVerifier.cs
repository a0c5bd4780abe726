namespace CrossRegion.Orchestrations.Exchange.Signing;

/// <summary>A public key. May be used by several threads at once.</summary>
public interface IVerifier
{
    /// <inheritdoc cref="ISigner.KeyId"/>
    string KeyId { get; }

    /// <summary>The only algorithm that this key is used with, whatever a message says.</summary>
    string Algorithm { get; }

    /// <summary>Whether the signature is this key's over these bytes; false too when it is no signature at all.</summary>
    bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);
}
