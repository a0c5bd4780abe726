using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>
/// When the host stops, running functions may end in peace for <see cref="Grace"/>; then their tokens are cancelled, which also
/// ends streams that would go on for ever.
/// </summary>
internal sealed class Drain : IDisposable
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _overdue = new();
    private readonly CancellationTokenSource _lastCall = new();
    private readonly CancellationTokenRegistration _stopping;

    public Drain(IHostApplicationLifetime lifetime, IOptions<HostOptions> host) => _stopping = lifetime.ApplicationStopping.Register(() =>
    {
        _overdue.CancelAfter(Grace);
        _lastCall.CancelAfter(host.Value.ShutdownTimeout > Grace * 2 ? host.Value.ShutdownTimeout - Grace : Grace);
    });

    /// <summary>Cancelled when the time for ending in peace is over.</summary>
    public CancellationToken Overdue => _overdue.Token;

    /// <summary>The same for activities, whose results are worth a longer wait: cancelled shortly before the host's shutdown time-out.</summary>
    public CancellationToken LastCall => _lastCall.Token;

    public void Dispose()
    {
        _stopping.Dispose();
        _overdue.Dispose();
        _lastCall.Dispose();
    }
}
