using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Tests.Sealing;

/// <summary>Wraps nothing, for tests that are about something else; counts how often it was asked.</summary>
internal sealed class BareKeys : IKeyWrapper
{
    public int Unwrapped { get; private set; }

    public Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellation) => Task.FromResult(new WrappedKey("bare", key.ToArray()));

    public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellation)
    {
        Unwrapped++;
        return Task.FromResult(wrapped.Value);
    }
}
