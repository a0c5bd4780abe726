namespace CrossRegion.Orchestrations.Ports;

/// <summary>
/// Wraps the keys of applications under master keys, which never leave their adapter. Adapters: files in the data directory (embedded),
/// Azure Key Vault.
/// </summary>
/// <remarks>
/// <para>Rotation: the newest master key wraps, every one that is kept unwraps; a new one is taken up while the app runs.</para>
/// <para>Errors: a master key that is not there, and a wrapped key that is damaged, are an <see cref="InvalidDataException"/> that names
/// the master key; a service that cannot be reached or refuses is an <see cref="IOException"/>, and the call may be repeated.</para>
/// </remarks>
public interface IKeyWrapper
{
    /// <param name="key">16 to 64 bytes; stays the caller's.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellation);

    /// <summary>The key as it was wrapped; the caller's own copy.</summary>
    Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellation);
}
