using System.Text.Json;
using CrossRegion.Cli.Stamps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Load;

namespace CrossRegion.Cli.Simulation;

/// <summary>Provinces beside a running host, or each beside its stamp: they file applications at a steady rate, answer whatever they are asked, and count what comes of it.</summary>
internal sealed class SimulationRun(SimulationPlan plan, StampClients stamps, Terminal terminal)
{
    private const int LooksAtATime = 8;
    private const string Invited = ".evaluation.invited.";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    /// <returns>0 when everything was answered and is as it must be.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        foreach (var stamp in stamps.All)
        {
            await stamp.Host.FailedAsync(cancellation); // Nothing is begun with a host that is not there, or does not take the key.
        }
        await using var provinces = await SimulatedProvinces.StartAsync(
            new SimulationOptions
            {
                Provinces = plan.Provinces,
                Port = plan.Port,
                Seed = plan.Seed,
                Faults = plan.Faults,
                Time = terminal.Time,
            },
            cancellation);
        foreach (var stamp in stamps.All.Skip(1))
        {
            provinces.Connect(stamp.Host.Host, stamp.Host.FunctionKey, plan.Provinces.Intersect(stamp.Provinces.Select(province => province.Value)));
        }
        // All others with the first: also the province far away that files where nobody is competent for it.
        provinces.Connect(stamps.All[0].Host.Host, stamps.All[0].Host.FunctionKey);
        terminal.Output.WriteLine($"模拟各省 Playing {string.Join(", ", plan.Provinces)} at {provinces.Address} beside {string.Join(", ", stamps.All.Select(stamp => stamp.Host.Host))}, seed {plan.Seed}");
        var filed = await FileAsync(provinces, cancellation);
        var cases = filed
            .Where(application => application.Answer?.Number is not null)
            .Select(application => new SimulatedCase(application.Application, ApplicationNumber.Parse(application.Answer!.Number!), Competent(application.Application)))
            .ToList();
        await SettleAsync(cases, provinces, cancellation);
        return Conclude(filed, cases, provinces);
    }

    private async Task<IReadOnlyList<FiledApplication>> FileAsync(SimulatedProvinces provinces, CancellationToken cancellation)
    {
        if (plan.Count == 0)
        {
            await Task.Delay(plan.Duration, terminal.Time, cancellation);
            return [];
        }
        var generator = new ApplicationGenerator(plan.Seed, plan.Filing, plan.Items, plan.Faults);
        return await new LoadRun(provinces, generator, terminal.Time)
            .RunAsync(plan.Count, TimeSpan.FromSeconds(1 / plan.Rate), plan.Wait, cancellation);
    }

    /// <summary>Looks at the cases until each is where it is to go, or the wait is over: first at those that have told so.</summary>
    private async Task SettleAsync(List<SimulatedCase> cases, SimulatedProvinces provinces, CancellationToken cancellation)
    {
        var started = terminal.Time.GetTimestamp();
        bool late;
        do
        {
            late = terminal.Time.GetElapsedTime(started) >= plan.Wait;
            var told = provinces.Journal.Events
                .Where(received => received.Type.Contains(Invited, StringComparison.Ordinal))
                .Select(received => received.Number)
                .ToHashSet(StringComparer.Ordinal);
            var open = cases.Where(unsettled => !unsettled.IsRight && unsettled.Wrong is null).ToList();
            var asked = open.Where(unsettled => told.Contains(unsettled.Number.Value)).ToList();
            await LookAsync(asked.Count > 0 && !late ? asked : open, cancellation);
            if (cases.TrueForAll(settled => settled.IsRight || settled.Wrong is not null))
            {
                return;
            }
            await Task.Delay(Look, terminal.Time, cancellation);
        }
        while (!late);
    }

    private Task LookAsync(List<SimulatedCase> cases, CancellationToken cancellation) => Parallel.ForEachAsync(
        cases,
        new ParallelOptions { MaxDegreeOfParallelism = LooksAtATime, CancellationToken = cancellation },
        async (looked, token) =>
        {
            try
            {
                looked.Status = await stamps.Of(looked.Competent).StatusAsync(looked.Number, token);
            }
            catch (CommandException)
            {
                // Down for a moment, or the case is not made yet, or not handed over: the next look tells.
            }
        });

    private ProvinceCode Competent(GeneratedApplication application) =>
        plan.Items.First(item => item.Code.Value == (string?)application.Filing.Event["data"]!["item"]).Lead.Province;

    private int Conclude(IReadOnlyList<FiledApplication> filed, List<SimulatedCase> cases, SimulatedProvinces provinces)
    {
        var wrong = Wrong(cases, provinces).ToList();
        wrong.ForEach(terminal.Output.WriteLine);
        if (cases.Count > 0 && provinces.Journal.Events.Count == 0)
        {
            terminal.Output.WriteLine(
                "主机没有通知这些省:请用 crossregion simulate --settings 给出的设置启动主机。 The host told these provinces nothing: start it with the settings that crossregion simulate --settings prints.");
        }
        var answers = filed.Select(application => application.Answer).OfType<HostAnswer>().ToList();
        var summary = new SimulationSummary(
            plan.Seed,
            filed.Count,
            answers.Count(answer => answer.Accepted),
            answers.Count(answer => !answer.Accepted),
            filed.Count - answers.Count,
            answers.Count(answer => answer.Duplicate),
            Count(Ending.Granted),
            Count(Ending.Refused),
            Count(Ending.NotAccepted),
            Count(Ending.Withdrawn),
            Count(Ending.Open),
            cases.Count(unsettled => !unsettled.IsRight && unsettled.Wrong is null),
            wrong.Count,
            Latencies.Of(answers.Select(answer => answer.Latency)),
            new SortedDictionary<string, int>(
                provinces.Faults.Played.CountBy(played => $"{played.System}.{played.Kind}").ToDictionary(), StringComparer.Ordinal));
        terminal.Output.WriteLine(JsonSerializer.Serialize(summary, JsonOutput.Format));
        return summary.IsRight ? ExitCode.Done : ExitCode.Failed;

        int Count(Ending ending) => cases.Count(ended => ended.Ending == ending);
    }

    private static IEnumerable<string> Wrong(IEnumerable<SimulatedCase> cases, SimulatedProvinces provinces) =>
    [
        .. cases.Select(judged => judged.Wrong).OfType<string>(),
        .. provinces.Faults.Wrong,
        .. provinces.Journal.RepeatedEffects().Concat(provinces.Journal.AlteredEvents()).Select(effect => $"重复生效 repeated: {effect}"),
        .. provinces.Journal.Certificates().Where(issued => issued.Count() > 1).Select(several => $"{several.Key} 有多个证照标识 has several certificates"),
    ];
}
