using System.CommandLine;
using System.CommandLine.Parsing;
using CrossRegion.Cli.Hosts;
using CrossRegion.Cli.Simulation;
using CrossRegion.Cli.Stamps;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Reserved;
using NodaTime;

namespace CrossRegion.Cli.Commands;

/// <summary><c>simulate</c>: plays provinces, departments and data providers beside a running host, with load and faults (docs/simulators.md).</summary>
internal sealed class SimulateCommand : Command
{
    private const int DefaultPort = 7081;
    private const double MostRate = 1000;
    private const double Day = 86400;

    private readonly Option<IReadOnlyList<ProvinceCode>> _provinces = new("--province")
    {
        Description = "提交申请的省,逗号分隔。 The provinces that file, separated by commas.",
        HelpName = "51[,50...]",
        CustomParser = ParseProvinces,
        DefaultValueFactory = _ => [ProvinceCode.Parse("51"), ProvinceCode.Parse("50"), ProvinceCode.Parse("44")],
    };
    private readonly Option<double> _rate = new("--rate")
    {
        Description = "每秒提交的申请数,0 为只应答。 Applications filed a second; 0: only answer.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<double> _duration = new("--duration")
    {
        Description = "提交的秒数。 For how many seconds.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
    };
    private readonly Option<double> _wait = new("--wait")
    {
        Description = "其后等待办结的秒数。 How many seconds the last cases may take to end.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 30,
    };
    private readonly Option<FileInfo?> _faults = new("--faults")
    {
        Description = "故障文件。 What goes wrong: a file by simulators/faults.schema.json.",
        HelpName = "FILE",
    };
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "随机种子;相同则相同。 Seed: the same does the same.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<int> _port = new("--port")
    {
        Description = "各省系统的端口。 Where the provinces listen.",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultPort,
    };
    private readonly Option<bool> _settings = new("--settings")
    {
        Description = "只列出主机所需的设置。 Only prints the settings that the host needs.",
    };
    private readonly HostOptions _host = new();
    private readonly Terminal _terminal;

    public SimulateCommand(Terminal terminal)
        : base("simulate", "模拟各省、部门和数据提供方。 Plays provinces, departments and data providers beside a running host.")
    {
        _terminal = terminal;
        Limit(_rate, 0, MostRate);
        Limit(_duration, 0, Day);
        Limit(_wait, 0, Day);
        Limit(_port, 1, ushort.MaxValue);
        Add(_provinces);
        Add(_rate);
        Add(_duration);
        Add(_wait);
        Add(_faults);
        Add(_seed);
        Add(_port);
        Add(_settings);
        _host.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetValue(_rate) * result.GetValue(_duration) > ReservedApplicant.Serials)
            {
                result.AddError($"至多 {ReservedApplicant.Serials} 件申请。 At most {ReservedApplicant.Serials} applications are filed.");
            }
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var catalogue = ServiceCatalogue.Load(CatalogueFolder.Read(CatalogueFolder.Default));
        var today = ChinaTime.DateOf(Instant.FromDateTimeOffset(_terminal.Time.GetUtcNow()));
        var filing = arguments.GetRequiredValue(_provinces);
        using var stamps = arguments.GetValue(_settings) ? null : _host.ConnectAll(arguments);
        var plan = new SimulationPlan(
            filing,
            [.. stamps is null ? catalogue.InForce(today) : Possible(catalogue.InForce(today), filing, stamps)],
            arguments.GetValue(_port),
            arguments.GetValue(_rate),
            TimeSpan.FromSeconds(arguments.GetValue(_duration)),
            TimeSpan.FromSeconds(arguments.GetValue(_wait)),
            arguments.GetValue(_seed),
            FaultsFile.Read(arguments.GetValue(_faults)) ?? FaultPlan.None);
        if (stamps is null)
        {
            foreach (var (name, value) in SimulatedProvinces.HostSettings(plan.Address, plan.Provinces))
            {
                await _terminal.Output.WriteLineAsync($"{name}={value}");
            }
            return ExitCode.Done;
        }
        return await new SimulationRun(plan, stamps, _terminal).RunAsync(cancellation);
    }

    /// <summary>The items whose departments' provinces all have a stamp: an application that needs another would wait for ever.</summary>
    /// <exception cref="CommandException">Provinces that file have no stamp, or there is no such item for them.</exception>
    private static IEnumerable<ServiceItem> Possible(IEnumerable<ServiceItem> items, IReadOnlyList<ProvinceCode> filing, StampClients stamps)
    {
        var strangers = string.Join(", ", filing.Where(province => !stamps.Serve(province)));
        if (strangers.Length > 0)
        {
            throw new CommandException(
                $"没有 {strangers} 的平台;--province 只能列出有平台的省。", $"There is no stamp of {strangers}: --province names provinces that have one.");
        }
        List<ServiceItem> possible = [.. items.Where(item => item.Departments.All(department => stamps.Serve(department.Province)))];
        return possible.Exists(item => item.Scope.Any(filing.Contains))
            ? possible
            : throw new CommandException("这些平台办不了任何事项。", "No item can be handled by these stamps alone.");
    }

    private static List<ProvinceCode> ParseProvinces(ArgumentResult result)
    {
        var provinces = new List<ProvinceCode>();
        foreach (var text in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (!ProvinceCode.TryParse(text, out var province, out var fault))
            {
                result.AddError($"{fault.MessageZh}。 {fault.MessageEn}.");
            }
            else if (!provinces.Contains(province))
            {
                provinces.Add(province);
            }
        }
        return provinces;
    }

    private static void Limit<T>(Option<T> option, T least, T most)
        where T : struct, IComparable<T> => option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>() is var value && (value.CompareTo(least) < 0 || value.CompareTo(most) > 0))
            {
                result.AddError($"{option.Name} 应为 {least} 至 {most}。 {option.Name} is from {least} to {most}.");
            }
        });
}
