using System.CommandLine;
using System.Text.Json;
using CrossRegion.Cli.Applications;
using CrossRegion.Cli.Hosts;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Cli.Commands;

/// <summary><c>status NUMBER</c>: where an application stands.</summary>
internal sealed class StatusCommand : Command
{
    private readonly NumberArgument _number = new();
    private readonly HostOptions _host = new();
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public StatusCommand(Terminal terminal)
        : base("status", "查询办件进度。 Shows where an application stands.")
    {
        _terminal = terminal;
        Add(_number);
        _host.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        using var host = _host.Connect(arguments);
        var status = await host.StatusAsync(arguments.GetRequiredValue(_number), cancellation);
        if (arguments.GetValue(_json))
        {
            await _terminal.Output.WriteLineAsync(JsonSerializer.Serialize(status, ReadModelJson.Wire));
            return ExitCode.Done;
        }
        foreach (var line in StatusText.Lines(status))
        {
            await _terminal.Output.WriteLineAsync(line);
        }
        return ExitCode.Done;
    }
}
