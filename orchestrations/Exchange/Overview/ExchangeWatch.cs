using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Sending;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Overview;

/// <summary>Looks every minute for what slipped through: hand-overs that nobody is sending, and receipts that are late.</summary>
public sealed class ExchangeWatch(ExchangeReader reader, Dispatcher dispatcher, ExchangeOptions options, ExchangeAlarms alarms, IClock clock)
{
    /// <summary>An alarm that stands is told again after this.</summary>
    private static readonly Duration Again = Duration.FromHours(1);

    private readonly Dictionary<ProvinceCode, Instant> _told = [];

    public async Task LookAsync(CancellationToken cancellation)
    {
        dispatcher.Scan();
        foreach (var province in ProvinceCode.All.Where(province => !options.Serves(province)))
        {
            Tell(province, await reader.OldestAsync(province, cancellation));
        }
    }

    private void Tell(ProvinceCode province, Envelope? oldest)
    {
        var now = clock.GetCurrentInstant();
        if (oldest is null || !reader.IsLate(oldest))
        {
            if (_told.Remove(province))
            {
                alarms.NoLongerLate(province);
            }
        }
        else if (!_told.TryGetValue(province, out var told) || now - told >= Again)
        {
            _told[province] = now;
            alarms.Late(province, oldest, now);
        }
    }
}
