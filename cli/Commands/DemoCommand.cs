using System.CommandLine;
using CrossRegion.Cli.Demo;
using CrossRegion.Cli.Stamps;

namespace CrossRegion.Cli.Commands;

/// <summary><c>demo</c>: the whole way of applications across provinces, each with its stamp, on this machine.</summary>
internal sealed class DemoCommand : Command
{
    private readonly Option<bool> _exit = new("--exit")
    {
        Description = "全部办完即结束,最后一行为 JSON。 Ends when all is done; the last line is JSON.",
    };
    private readonly Option<string?> _data = new("--data")
    {
        Description = "数据目录;已有演示则继续。 Data directory; a demo that is there is continued.",
        HelpName = "DIR",
    };
    private readonly Option<int?> _port = new("--port")
    {
        Description = $"首个平台的端口,其余依次递增;缺省自 {Ports.Usual} 起,被占用时任选。 The first stamp's port, the others follow; by default {Ports.Usual}, or free ones.",
        HelpName = "N",
    };
    private readonly Terminal _terminal;

    public DemoCommand(Terminal terminal)
        : base("demo", "演示:三个平台之间跨省通办。 Plays applications across provinces on three stamps.")
    {
        _terminal = terminal;
        _port.Validators.Add(result =>
        {
            var last = ushort.MaxValue - DemoRun.Stamps.Count + 1;
            if (result.GetValueOrDefault<int?>() is { } port && (port < 1 || port > last))
            {
                result.AddError($"首个端口为 1 至 {last}。 The first port is 1 to {last}.");
            }
        });
        Add(_exit);
        Add(_data);
        Add(_port);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var folder = DemoFolder.At(arguments.GetValue(_data), DataDirectory.Default, _terminal.Time.GetUtcNow());
        var stamps = StampDirectory.Prepare(folder.Root, DemoRun.Stamps, PortsFrom(arguments.GetValue(_port)));
        return new DemoRun(new DemoOptions(folder, stamps, arguments.GetValue(_exit)), _terminal).RunAsync(cancellation);
    }

    private static IReadOnlyList<int> PortsFrom(int? first)
    {
        var count = DemoRun.Stamps.Count;
        if (first is not { } named)
        {
            return Ports.Free(count);
        }
        var taken = string.Join(", ", Ports.Taken(named, count));
        return taken.Length == 0
            ? [.. Enumerable.Range(named, count)]
            : throw new CommandException($"端口 {taken} 已被占用。", $"Taken ports: {taken}.");
    }
}
