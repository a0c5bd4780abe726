using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CrossRegion.Cli.Hosts;
using CrossRegion.Cli.Simulation;
using CrossRegion.Cli.Stamps;
using CrossRegion.Domain.Catalogue;

namespace CrossRegion.Cli.Commands;

/// <summary><c>stamps</c>: several stamps on this machine that hand over to each other, for tests of an integration (docs/exchange.md).</summary>
internal sealed class StampsCommand : Command
{
    private readonly Option<string> _provinces = new("--provinces")
    {
        Description = "各平台的省,逗号分隔;共用平台的省以加号相连。 The stamps' provinces, separated by commas; a plus between those that share one.",
        HelpName = "51,50,44+45",
        Required = true,
    };
    private readonly Option<string> _data = new("--data")
    {
        Description = "数据目录,每个平台一个子目录;已有则继续。 Data directory with one for each stamp; what is there is continued.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine(DataDirectory.Default, "stamps"),
    };
    private readonly Option<int?> _port = new("--port")
    {
        Description = $"首个端口,依次递增;缺省自 {Ports.Usual} 起,被占用者任选。 The first port, the others follow; by default {Ports.Usual}, and a free one for each that is taken.",
        HelpName = "N",
    };
    private readonly Option<FileInfo?> _faults = new("--faults")
    {
        Description = "平台之间线路的故障文件。 What goes wrong between the stamps: a file by simulators/faults.schema.json.",
        HelpName = "FILE",
    };
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "故障的随机种子。 Seed of what goes wrong.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };
    private readonly Terminal _terminal;

    public StampsCommand(Terminal terminal)
        : base("stamps", "在本机运行多个省的平台。 Runs several provinces' stamps on this machine.")
    {
        _terminal = terminal;
        Add(_provinces);
        Add(_data);
        Add(_port);
        Add(_faults);
        Add(_seed);
        Validators.Add(Validate);
        SetAction(RunAsync);
    }

    /// <summary>Everything that is wrong at once: a taken port is known only when it is known how many stamps there are.</summary>
    private void Validate(CommandResult command)
    {
        List<string> faults = [];
        var stamps = command.GetResult(_provinces)?.Tokens is [{ Value: var text }] ? StampList.Parse(text, faults).Count : 0;
        if (command.GetResult(_port)?.Tokens is [{ Value: var number }] && int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var port))
        {
            var last = ushort.MaxValue - Math.Max(0, stamps - 1);
            faults.AddRange(port < 1 || port > last
                ? [$"首个端口为 1 至 {last}。 The first port is 1 to {last}."]
                : Ports.Taken(port, stamps).Select(taken => $"端口 {taken} 已被占用。 Port {taken} is taken."));
        }
        faults.ForEach(command.AddError);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var faults = FaultsFile.Read(arguments.GetValue(_faults));
        var provinces = StampList.Parse(arguments.GetRequiredValue(_provinces), []);
        var root = Path.GetFullPath(arguments.GetRequiredValue(_data));
        var ports = arguments.GetValue(_port) is { } first ? [.. Enumerable.Range(first, provinces.Count)] : Ports.Free(provinces.Count);
        var stamps = StampDirectory.Prepare(root, provinces, ports);
        var environment = Environment.GetEnvironmentVariables();

        _terminal.Output.WriteLine($"启动 {stamps.Count} 个平台 Starting {stamps.Count} stamps: {root}");
        await using var lines = await StampLines.StartAsync(stamps, faults, arguments.GetValue(_seed), _terminal.Time, cancellation);
        await using var fleet = new StampFleet(
            stamps, stamp => StampSubscriptions.Of(stamp, stamps, environment).Concat(lines.SettingsOf(stamp)), _terminal.Time, SayRestarted);
        try
        {
            await fleet.StartAsync(cancellation);
            Describe(stamps, root);
            await fleet.Failure.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C.
        }
        foreach (var line in lines.Played.Concat(lines.Wrong))
        {
            _terminal.Output.WriteLine(line);
        }
        return lines.Wrong.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private void Describe(IReadOnlyList<LocalStamp> stamps, string root)
    {
        var divisions = ServiceCatalogue.Load(CatalogueFolder.Read(CatalogueFolder.Default)).Divisions;
        foreach (var stamp in stamps)
        {
            var names = string.Join("、", stamp.Provinces.Select(divisions.Find).Select(division => $"{division.Name.Zh} {division.Name.En}"));
            var portal = new Uri(stamp.Address, $"/api/portal?code={Uri.EscapeDataString(FunctionKeys.Read(stamp.Folder.Path))}");
            _terminal.Output.WriteLine($"{stamp.Name} {names}");
            _terminal.Output.WriteLine($"  地址 Address: {stamp.Address}");
            _terminal.Output.WriteLine($"  门户 Portal: {portal}");
            _terminal.Output.WriteLine($"  数据 Data: {stamp.Folder.Path}");
            _terminal.Output.WriteLine($"  命令 Commands: crossregion status NUMBER --host {stamp.Address} --data {stamp.Folder.Path}");
        }
        _terminal.Output.WriteLine($"各省联调 Provinces beside them: crossregion simulate --data {root} --province {string.Join(',', stamps.SelectMany(stamp => stamp.Provinces))}");
        _terminal.Output.WriteLine("按 Ctrl+C 结束。 Press Ctrl+C to end.");
    }

    private void SayRestarted(LocalStamp stamp) => _terminal.Output.WriteLine(
        $"{stamp.Name} 的主机已结束,用同一数据目录重新启动。 The host of {stamp.Name} ended; it is started again on the same data.");
}
