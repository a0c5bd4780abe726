using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using CrossRegion.Cli.Hosts;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Cli.Commands;

/// <summary><c>reconcile --peer CODE --date DATE</c>: has a day's ledgers compared with a peer and repaired.</summary>
internal sealed class ReconcileCommand : Command
{
    /// <summary>Both sides walk a day's ledger and fetch what they lack.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly Option<ProvinceCode> _peer = new("--peer")
    {
        Description = "对方省份,如 50。 The peer's province.",
        HelpName = "CODE",
        Required = true,
        CustomParser = ParsePeer,
    };
    private readonly Option<LocalDate> _date = new("--date")
    {
        Description = "对账日期(北京时间),如 2026-03-02。 The day in China.",
        HelpName = "DATE",
        Required = true,
        CustomParser = ParseDate,
    };
    private readonly HostOptions _host = new();
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public ReconcileCommand(Terminal terminal)
        : base("reconcile", "与另一省对账并补齐。 Compares a day's ledgers with a peer and repairs them.")
    {
        _terminal = terminal;
        Add(_peer);
        Add(_date);
        _host.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        using var host = _host.Connect(arguments, Patience);
        var result = await host.ReconcileAsync(arguments.GetRequiredValue(_peer), arguments.GetValue(_date), cancellation);
        if (arguments.GetValue(_json))
        {
            await _terminal.Output.WriteLineAsync(JsonSerializer.Serialize(result, ExchangeJson.Options));
        }
        else
        {
            foreach (var line in result.Routes.SelectMany(Lines))
            {
                await _terminal.Output.WriteLineAsync(line);
            }
        }

        return result.Differences == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static IEnumerable<string> Lines(RouteResult route)
    {
        yield return $"{route.From} → {route.To}: 移交 {route.Entries} 件,差异 {route.DifferencesBefore},余 {route.DifferencesAfter}。 "
            + $"{route.Entries} hand-overs, {route.DifferencesBefore} differences, {route.DifferencesAfter} left.";
        foreach (var difference in route.Before)
        {
            var left = route.After.Any(after => after.Place == difference.Place) ? "未补齐 left" : "已补齐 repaired";
            yield return $"  {difference.Place.Number} {difference.Place.Sequence}: {Describe(difference.Kind)} ({left})";
        }
    }

    private static string Describe(DifferenceKind kind) => kind switch
    {
        DifferenceKind.MissingHere => "本方缺失 missing here",
        DifferenceKind.MissingThere => "对方缺失 missing there",
        DifferenceKind.NoReceiptHere => "本方缺回执 no receipt here",
        DifferenceKind.NoReceiptThere => "对方缺回执 no receipt there",
        _ => "内容不一致 contradicting",
    };

    private static ProvinceCode? ParsePeer(ArgumentResult result)
    {
        if (!ProvinceCode.TryParse(result.Tokens.Single().Value, out var code, out var fault))
        {
            result.AddError($"{fault.MessageZh}。 {fault.MessageEn}.");
        }

        return code;
    }

    private static LocalDate ParseDate(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (!LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
        {
            result.AddError($"“{text}”不是日期(年-月-日)。 '{text}' is no date (yyyy-mm-dd).");
        }

        return date;
    }
}
