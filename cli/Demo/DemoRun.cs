using System.Text.Json;
using CrossRegion.Cli.Hosts;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Cli.Demo;

/// <summary>One demo: provinces, a host, an application per sample, to the end.</summary>
internal sealed class DemoRun(DemoOptions options, Terminal terminal)
{
    /// <summary>Sichuan, Chongqing, Guangdong; and Guangxi, whose bureau decides on the energy review.</summary>
    private static readonly IReadOnlyList<string> Provinces = ["51", "50", "44", "45"];

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
    };

    private readonly DemoBoard _board = DemoBoard.For(terminal);
    private readonly List<DemoApplication> _applications = [.. SampleFolder.Load(SampleFolder.Default).Select(sample => new DemoApplication(sample))];
    private readonly HashSet<ApplicationNumber> _replayed = [];

    /// <summary>Plays until every case is settled and, unless it shall exit, until Ctrl+C.</summary>
    /// <returns>0 when every case ended as its sample says and no effect was repeated.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var provinces = await SimulatedProvinces.StartAsync(
            new SimulationOptions
            {
                ShortestThought = ShortestThought,
                LongestThought = LongestThought,
                Provinces = Provinces,
                JournalFile = options.Folder.Journal,
                Time = terminal.Time,
            },
            cancellation);
        await using var keeper = new HostKeeper(
            options.Address, provinces.HostSettings().Concat(Retries).ToDictionary(), options.Folder, terminal.Time, SayRestarted);

        using var filing = provinces.Platforms.BeginFiling();
        _board.Say($"启动主机 Starting the host: {options.Address} ({options.Folder.Root})");
        await keeper.StartAsync(cancellation);
        var key = FunctionKeys.Read(options.Folder.Root);
        provinces.Connect(options.Address, key);
        using var host = new HostClient(options.Address, key);

        var all = false;
        await _board.RunAsync(async () =>
        {
            var play = PlayAsync(provinces, host, filing, cancellation);
            await await Task.WhenAny(play, keeper.Failure);
            all = await play;
        });
        var right = Conclude(provinces, all);
        if (!options.Exit)
        {
            await StayAsync(key, keeper, cancellation);
        }
        return right ? ExitCode.Done : ExitCode.Failed;
    }

    /// <returns>True when every case is settled.</returns>
    private async Task<bool> PlayAsync(SimulatedProvinces provinces, HostClient host, IDisposable filing, CancellationToken cancellation)
    {
        foreach (var application in _applications)
        {
            application.Submission = await provinces.SubmitAsync(application.Sample, cancellation);
            Show(provinces);
        }
        filing.Dispose();
        provinces.TakeUp();
        var started = terminal.Time.GetTimestamp();
        while (terminal.Time.GetElapsedTime(started) < Limit)
        {
            await LookAsync(provinces, host, cancellation);
            Show(provinces);
            if (_applications.TrueForAll(application => application.Verdict.Settled))
            {
                return true;
            }
            await Task.Delay(Look, terminal.Time, cancellation);
        }
        return false;
    }

    private async Task LookAsync(SimulatedProvinces provinces, HostClient host, CancellationToken cancellation)
    {
        var received = provinces.Journal.Events.ToLookup(received => received.Number);
        foreach (var application in _applications.Where(application => !application.Verdict.Settled))
        {
            if (application.HasCase)
            {
                await LookAsync(application, host, cancellation);
                await RepairAsync(application, provinces, host, cancellation);
            }
            application.Verdict = application.Status?.Failure is { } failure && !MayStillBeReplayed(application)
                ? Verdict.Against($"故障 failed at {failure.Step}: {failure.Reason}")
                : Judge.Of(application.Sample, application.Submission, application.Status, [.. received[application.Number?.Value ?? string.Empty]]);
        }
    }

    private static async Task LookAsync(DemoApplication application, HostClient host, CancellationToken cancellation)
    {
        try
        {
            application.Status = await host.StatusAsync(application.Number!, cancellation);
        }
        catch (CommandException)
        {
            // Down for a moment, or the case is not made yet: the next look tells.
        }
    }

    /// <summary>What an operator does about a case that a provider's nonsense broke: has the provider healed, then replays.</summary>
    private async Task RepairAsync(DemoApplication application, SimulatedProvinces provinces, HostClient host, CancellationToken cancellation)
    {
        if (application.Status?.Failure is not { } failure
            || !MayFail(application)
            || !_replayed.Add(application.Number!))
        {
            return;
        }
        provinces.SharedData.Heal();
        try
        {
            await host.ReplayAsync(application.Number!, "共享数据提供方已恢复 The provider answers again", cancellation);
            _board.Say($"{application.Number} 在 {failure.Step} 出故障,提供方已修复,重放。 It failed there; the provider is healed, it is replayed.");
        }
        catch (CommandException)
        {
            // The host went down meanwhile: done at the next look, if it is still needed.
            _replayed.Remove(application.Number!);
        }
    }

    /// <summary>A replay that was begun shows as a new generation; failed again, it is not as it must be.</summary>
    private bool MayStillBeReplayed(DemoApplication application) =>
        MayFail(application) && !(_replayed.Contains(application.Number!) && application.Status!.Generation > 1);

    /// <summary>
    /// The sample with the broken provider; and in a demo that is continued any case, for its provinces were not there for a while.
    /// </summary>
    private static bool MayFail(DemoApplication application) =>
        application.Sample.Expect == Expectation.GrantedAfterReplay || application.Submission!.Duplicate;

    private bool Conclude(SimulatedProvinces provinces, bool all)
    {
        var wrong = DemoResult.Wrong(_applications, provinces).ToList();
        foreach (var line in wrong)
        {
            _board.Say(line);
        }
        var summary = DemoResult.Summarise(_applications, provinces);
        terminal.Output.WriteLine(options.Exit ? JsonSerializer.Serialize(summary, JsonOutput.Format) : summary.ToText());
        return all && wrong.Count == 0;
    }

    private async Task StayAsync(string key, HostKeeper keeper, CancellationToken cancellation)
    {
        _board.Say($"门户 Portal: {new Uri(options.Address, $"/api/portal?code={Uri.EscapeDataString(key)}")}");
        _board.Say($"另一终端可用 In another terminal: crossregion status NUMBER --host {options.Address} --data {options.Folder.Root}");
        _board.Say("按 Ctrl+C 结束。 Press Ctrl+C to end.");
        try
        {
            await keeper.Failure.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C.
        }
    }

    private void Show(SimulatedProvinces provinces) => _board.Show(_applications, provinces.NoticeGateway.Notices);

    private void SayRestarted() =>
        _board.Say("主机已结束,用同一数据目录重新启动,办件继续。 The host ended; it is started again on the same data and the cases go on.");
}
