using System.Diagnostics;
using CrossRegion.Bench.Measuring;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using NodaTime;

namespace CrossRegion.Bench.Exchange;

/// <summary>Two stamps: a steady rate, the peak, an outage and its backlog.</summary>
internal sealed class ExchangeRun(string folder, double perSecond, TimeSpan steady, int peak, int backlog, TimeSpan outage)
{
    private const string From = "51";
    private const string To = "44";
    private const string Other = "50";
    private const double OtherPerSecond = 50;
    private const int WarmUp = 2_000;

    private static readonly Route Route = new(ProvinceCode.Parse(From), ProvinceCode.Parse(To));

    private readonly int _senderPort = FreePort.Next();
    private readonly int _receiverPort = FreePort.Next();

    public async Task<ExchangeFigures> RunAsync()
    {
        foreach (var province in (string[])[From, To, Other])
        {
            BenchStamp.MakeKey(folder, province);
        }

        await using var sending = await BenchStamp.StartAsync(folder, From, _senderPort, (To, _receiverPort));
        var sender = new Sender(sending, Route);
        var receiving = await ReceiverAsync();
        try
        {
            await WarmUpAsync(sending, sender);
            var (perS, latencies) = await SteadyAsync(sending, sender);
            var (peakPerS, cpu) = await PeakAsync(sending, sender);
            var before = await OtherAsync(steady);
            await receiving.DisposeAsync();
            var gone = Stopwatch.GetTimestamp();
            sending.Store.Reset();
            await sender.AtRateAsync(backlog, perSecond: 5_000);
            await Task.Delay(TimeSpan.FromTicks(Math.Max(0, (outage - Stopwatch.GetElapsedTime(gone)).Ticks)));
            receiving = await ReceiverAsync();
            var drain = await DrainAsync(sender, before);
            var lost = await LostAsync(receiving, WarmUp + (int)(perSecond * steady.TotalSeconds) + peak + backlog);
            return new ExchangeFigures(perS, latencies.P50, latencies.P99, peakPerS, cpu, drain, lost);
        }
        finally
        {
            await receiving.DisposeAsync();
        }
    }

    private Task<BenchStamp> ReceiverAsync() => BenchStamp.StartAsync(folder, To, _receiverPort, (From, _senderPort), (Other, 1));

    private static async Task WarmUpAsync(BenchStamp sending, Sender sender)
    {
        await sender.AtOnceAsync(WarmUp, onTheirWay: 256);
        await sender.ReceiptedAsync(WarmUp);
        sending.Store.Reset();
    }

    private async Task<(double PerS, Latencies Latencies)> SteadyAsync(BenchStamp sending, Sender sender)
    {
        var count = (int)(perSecond * steady.TotalSeconds);
        var begun = Stopwatch.GetTimestamp();
        await sender.AtRateAsync(count, perSecond);
        await sender.ReceiptedAsync(count);
        var wall = Stopwatch.GetElapsedTime(begun);
        return (Math.Round(count / wall.TotalSeconds, 1), Latencies.Of(sending.Store.Latencies));
    }

    private async Task<(double PerS, double CpuMs)> PeakAsync(BenchStamp sending, Sender sender)
    {
        sending.Store.Reset();
        using var cost = new ProcessCost();
        var begun = Stopwatch.GetTimestamp();
        await sender.AtOnceAsync(peak, onTheirWay: 1_024);
        await sender.ReceiptedAsync(peak);
        var wall = Stopwatch.GetElapsedTime(begun);
        return (Math.Round(peak / wall.TotalSeconds, 1), Math.Round(cost.Cpu.TotalMilliseconds / peak, 3));
    }

    private async Task<Latencies> OtherAsync(TimeSpan during)
    {
        using var stop = new CancellationTokenSource(during);
        using var other = new OtherPeer(BenchStamp.KeyFile(folder, Other), new Route(ProvinceCode.Parse(Other), Route.To), _receiverPort);
        return Latencies.Of(await other.GoOnAsync(OtherPerSecond, stop.Token));
    }

    private async Task<DrainFigures> DrainAsync(Sender sender, Latencies before)
    {
        using var stop = new CancellationTokenSource();
        using var other = new OtherPeer(BenchStamp.KeyFile(folder, Other), new Route(ProvinceCode.Parse(Other), Route.To), _receiverPort, firstOf: 1_000_000);
        var goingOn = other.GoOnAsync(OtherPerSecond, stop.Token);
        await sender.ReceiptedAsync(1);
        var begun = Stopwatch.GetTimestamp();
        await sender.ReceiptedAsync(backlog);
        var wall = Stopwatch.GetElapsedTime(begun);
        await stop.CancelAsync();
        var during = Latencies.Of(await goingOn);
        return new DrainFigures(
            backlog, Math.Round(wall.TotalSeconds, 1), Math.Round(backlog / wall.TotalSeconds, 1), before, during, Math.Round(during.P50 / before.P50, 2));
    }

    private static async Task<int> LostAsync(BenchStamp receiving, int handedOver)
    {
        var today = ChinaTime.DateOf(SystemClock.Instance.GetCurrentInstant());
        var results = new List<RouteResult>();
        foreach (var day in (LocalDate[])[today.PlusDays(-1), today])
        {
            var result = await receiving.Get<Reconciliation>().RunAsync(Route.From, day, CancellationToken.None);
            results.AddRange(result.Routes.Where(route => route.From == Route.From));
        }

        return handedOver - results.Sum(route => route.Entries) + results.Sum(route => route.DifferencesBefore);
    }
}
