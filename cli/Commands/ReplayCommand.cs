using System.CommandLine;
using System.Text.Json;
using CrossRegion.Cli.Hosts;

namespace CrossRegion.Cli.Commands;

/// <summary><c>replay NUMBER --reason TEXT</c>: has a failed application handled on from where it stands.</summary>
internal sealed class ReplayCommand : Command
{
    private readonly NumberArgument _number = new();
    private readonly Option<string> _reason = new("--reason")
    {
        Description = "为何重放,记入办件过程。 Why; it is kept with the application.",
        HelpName = "TEXT",
        Required = true,
    };
    private readonly HostOptions _host = new();
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public ReplayCommand(Terminal terminal)
        : base("replay", "重放故障办件。 Replays a failed application from its state.")
    {
        _terminal = terminal;
        Add(_number);
        Add(_reason);
        _host.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        using var host = _host.Connect(arguments);
        var number = arguments.GetRequiredValue(_number);
        var generation = await host.ReplayAsync(number, arguments.GetRequiredValue(_reason), cancellation);
        await _terminal.Output.WriteLineAsync(arguments.GetValue(_json)
            ? JsonSerializer.Serialize(new { number = number.Value, generation }, JsonOutput.Format)
            : $"{number} 第 {generation} 次办理已开始。 Generation {generation} has started.");
        return ExitCode.Done;
    }
}
