using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CrossRegion.Cli.Hosts;

namespace CrossRegion.Cli.Commands;

/// <summary><c>failed</c>: the applications whose orchestration failed, for operators.</summary>
internal sealed class FailedCommand : Command
{
    private readonly HostOptions _host = new();
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public FailedCommand(Terminal terminal)
        : base("failed", "列出故障办件。 Lists applications whose handling failed.")
    {
        _terminal = terminal;
        _host.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        using var host = _host.Connect(arguments);
        var failed = await host.FailedAsync(cancellation);
        if (arguments.GetValue(_json))
        {
            await _terminal.Output.WriteLineAsync(JsonSerializer.Serialize(new { failed }, JsonOutput.Format));
            return ExitCode.Done;
        }
        foreach (var application in failed)
        {
            var at = application.At.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
            await _terminal.Output.WriteLineAsync(
                $"{application.Number}  {at}  环节 step {application.Step}  第 {application.Generation} 次 generation  {application.Reason}");
        }
        if (failed.Count == 0)
        {
            await _terminal.Output.WriteLineAsync("没有故障办件。 No application has failed.");
        }
        return ExitCode.Done;
    }
}
