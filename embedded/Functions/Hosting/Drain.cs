using Microsoft.Extensions.Hosting;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>
/// When the host stops, running functions may end in peace for <see cref="Grace"/>; then their tokens are cancelled, which also
/// ends streams that would go on for ever.
/// </summary>
internal sealed class Drain : IDisposable
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _overdue = new();
    private readonly CancellationTokenRegistration _stopping;

    public Drain(IHostApplicationLifetime lifetime) =>
        _stopping = lifetime.ApplicationStopping.Register(() => _overdue.CancelAfter(Grace));

    /// <summary>Cancelled when the time for ending in peace is over.</summary>
    public CancellationToken Overdue => _overdue.Token;

    public void Dispose()
    {
        _stopping.Dispose();
        _overdue.Dispose();
    }
}
