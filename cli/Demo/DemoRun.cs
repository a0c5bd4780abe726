using System.Text.Json;
using CrossRegion.Cli.Hosts;
using CrossRegion.Cli.Stamps;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Samples;
using NodaTime;

namespace CrossRegion.Cli.Demo;

/// <summary>One demo: provinces, their stamps, an application per sample, to the end.</summary>
internal sealed class DemoRun(DemoOptions options, Terminal terminal)
{
    /// <summary>Sichuan, Chongqing, Guangdong; and Guangxi, whose bureau decides on the energy review, with the stamp of its neighbour.</summary>
    public static IReadOnlyList<IReadOnlyList<ProvinceCode>> Stamps { get; } = StampList.Parse("51,50,44+45", []);

    private static readonly TimeSpan ShortestThought = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestThought = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>After this the demo says which cases have not ended.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    /// <summary>Small delays: a demo's failures are over soon.</summary>
    private static readonly IReadOnlyDictionary<string, string> Retries = new Dictionary<string, string>
    {
        ["CrossRegion__Retry__FirstSeconds"] = "0.2",
        ["CrossRegion__Retry__MaxAttempts"] = "4",
        ["CrossRegion__Exchange__RetryFirstSeconds"] = "0.2",
        ["CrossRegion__Exchange__RetryCeilingSeconds"] = "2",
    };

    private readonly DemoBoard _board = DemoBoard.For(terminal);
    private readonly IReadOnlyList<DemoApplication> _applications = Load();
    private ExchangeResult? _exchange;

    /// <summary>Plays until every case is settled and, unless it shall exit, until Ctrl+C.</summary>
    /// <returns>0 when every case ended as its sample says, no effect was repeated, and all hand-overs are receipted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var provinces = await SimulatedProvinces.StartAsync(
            new SimulationOptions
            {
                ShortestThought = ShortestThought,
                LongestThought = LongestThought,
                Provinces = [.. Stamps.SelectMany(Codes)],
                JournalFile = options.Folder.Journal,
                Time = terminal.Time,
            },
            cancellation);
        foreach (var application in _applications)
        {
            // A demo that is continued goes on asking as soon as its hosts are there.
            provinces.SharedData.Reserve(application.Sample);
        }
        await using var fleet = new StampFleet(options.Stamps, stamp => Settings(provinces, stamp), terminal.Time, SayRestarted);

        using var filing = provinces.Platforms.BeginFiling();
        _board.Say($"启动三个平台 Starting three stamps: {string.Join(", ", options.Stamps.Select(stamp => $"{stamp.Name} {stamp.Address}"))} ({options.Folder.Root})");
        await fleet.StartAsync(cancellation);
        using var clients = StampClients.Of(options.Stamps);
        foreach (var stamp in clients.All)
        {
            provinces.Connect(stamp.Host.Host, stamp.Host.FunctionKey, Codes(stamp.Provinces));
        }

        var all = false;
        await _board.RunAsync(async () =>
        {
            var play = PlayAsync(provinces, clients, filing, cancellation);
            await await Task.WhenAny(play, fleet.Failure);
            all = await play;
        });
        var right = Conclude(provinces, all);
        if (!options.Exit)
        {
            await StayAsync(clients, fleet, cancellation);
        }
        return right ? ExitCode.Done : ExitCode.Failed;
    }

    private static IReadOnlyList<DemoApplication> Load()
    {
        var catalogue = ServiceCatalogue.Load(CatalogueFolder.Read(CatalogueFolder.Default));
        return [.. SampleFolder.Load(SampleFolder.Default).Select(sample => Application(sample, catalogue))];
    }

    private static DemoApplication Application(Sample sample, ServiceCatalogue catalogue)
    {
        var filedIn = ProvinceCode.Parse(sample.Province!);
        var item = catalogue.Items.LastOrDefault(item => item.Code.Value == (string?)sample.Event["data"]?["item"]);
        return new DemoApplication(sample, filedIn, item?.Lead.Province ?? filedIn);
    }

    private static IEnumerable<string> Codes(IEnumerable<ProvinceCode> provinces) => provinces.Select(province => province.Value);

    private static IEnumerable<KeyValuePair<string, string?>> Settings(SimulatedProvinces provinces, LocalStamp stamp) =>
        provinces.HostSettings(Codes(stamp.Provinces)).Concat(Retries).Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value));

    /// <returns>True when every case is settled and every hand-over receipted.</returns>
    private async Task<bool> PlayAsync(SimulatedProvinces provinces, StampClients clients, IDisposable filing, CancellationToken cancellation)
    {
        foreach (var application in _applications)
        {
            application.Submission = await provinces.SubmitAsync(application.Sample, cancellation);
            Show(provinces);
        }
        filing.Dispose();
        provinces.TakeUp();
        var desk = new DemoOperator(provinces, clients, _board.Say);
        var started = terminal.Time.GetTimestamp();
        while (terminal.Time.GetElapsedTime(started) < Limit)
        {
            await desk.LookAsync(_applications, cancellation);
            Show(provinces);
            if (_applications.All(application => application.Verdict.Settled) && await IsReceiptedAsync(clients, cancellation))
            {
                return true;
            }
            await Task.Delay(Look, terminal.Time, cancellation);
        }
        return false;
    }

    private async Task<bool> IsReceiptedAsync(StampClients clients, CancellationToken cancellation)
    {
        try
        {
            _exchange = await ExchangeAudit.OfAsync(clients, Days(), cancellation);
            return _exchange.WithoutReceipt == 0;
        }
        catch (HostUnreachableException)
        {
            return false; // Down for a moment.
        }
    }

    /// <summary>The days in China on which something may have been handed over.</summary>
    private IEnumerable<LocalDate> Days()
    {
        var today = ChinaTime.DateOf(Instant.FromDateTimeOffset(terminal.Time.GetUtcNow()));
        var first = _applications.Select(application => application.Status).OfType<Orchestrations.ReadModel.ApplicationView>()
            .Select(status => ChinaTime.DateOf(Instant.FromDateTimeOffset(status.ReceivedAt))).DefaultIfEmpty(today).Min();
        for (var day = first; day <= today; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    private bool Conclude(SimulatedProvinces provinces, bool all)
    {
        var wrong = DemoResult.Wrong(_applications, provinces, _exchange).ToList();
        foreach (var line in wrong)
        {
            _board.Say(line);
        }
        var summary = DemoResult.Summarise(_applications, provinces, Stamps.Count, _exchange);
        terminal.Output.WriteLine(options.Exit ? JsonSerializer.Serialize(summary, JsonOutput.Format) : summary.ToText());
        return all && wrong.Count == 0;
    }

    private async Task StayAsync(StampClients clients, StampFleet fleet, CancellationToken cancellation)
    {
        foreach (var (stamp, client) in options.Stamps.Zip(clients.All))
        {
            _board.Say($"{stamp.Name} 门户 Portal: {new Uri(stamp.Address, $"/api/portal?code={Uri.EscapeDataString(client.Host.FunctionKey)}")}");
            _board.Say($"另一终端可用 In another terminal: crossregion status NUMBER --host {stamp.Address} --data {stamp.Folder.Path}");
        }
        _board.Say("按 Ctrl+C 结束。 Press Ctrl+C to end.");
        try
        {
            await fleet.Failure.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C.
        }
    }

    private void Show(SimulatedProvinces provinces) => _board.Show(_applications, provinces.NoticeGateway.Notices);

    private void SayRestarted(LocalStamp stamp) => _board.Say(
        $"{stamp.Name} 的主机已结束,用同一数据目录重新启动,办件继续。 The host of {stamp.Name} ended; it is started again on the same data and the cases go on.");
}
