using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using CrossRegion.Cli.Demo;

namespace CrossRegion.Cli.Commands;

/// <summary><c>demo</c>: the whole way of applications across three provinces, on this machine.</summary>
internal sealed class DemoCommand : Command
{
    private const int UsualPort = 7071;

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
        Description = $"主机端口;缺省 {UsualPort},被占用时任选。 The host's port; by default {UsualPort}, or a free one.",
        HelpName = "N",
    };
    private readonly Terminal _terminal;

    public DemoCommand(Terminal terminal)
        : base("demo", "演示:三省跨省通办。 Plays applications across three provinces.")
    {
        _terminal = terminal;
        _port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is <= 0 or > ushort.MaxValue)
            {
                result.AddError("端口为 1 至 65535。 A port is 1 to 65535.");
            }
        });
        Add(_exit);
        Add(_data);
        Add(_port);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var folder = DemoFolder.Open(arguments.GetValue(_data), DataDirectory.Default, _terminal.Time.GetUtcNow());
        var port = arguments.GetValue(_port) is { } named ? Free(named) ?? throw Taken(named) : Free(UsualPort) ?? Free(0)!.Value;
        var address = new Uri($"http://127.0.0.1:{port}");
        return new DemoRun(new DemoOptions(folder, address, arguments.GetValue(_exit)), _terminal).RunAsync(cancellation);
    }

    private static CommandException Taken(int port) => new($"端口 {port} 已被占用。", $"Port {port} is taken.");

    /// <summary>The port (0: any) if it is free, else null.</summary>
    private static int? Free(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
