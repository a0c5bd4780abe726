using System.CommandLine;
using System.Text.Json;
using CrossRegion.Cli.Hosts;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Cli.Commands;

/// <summary><c>NAME NUMBER --reason TEXT</c>: what an operator has done with one application, for a reason that is kept.</summary>
internal abstract class OperationCommand : Command
{
    private readonly NumberArgument _number = new();
    private readonly Option<string> _reason;
    private readonly HostOptions _host = new();
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    protected OperationCommand(string name, string description, string why, Terminal terminal)
        : base(name, description)
    {
        _reason = new("--reason") { Description = why, HelpName = "TEXT", Required = true };
        _terminal = terminal;
        Add(_number);
        Add(_reason);
        _host.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    /// <returns>What is said of it: for programs, an object for JSON; for people, a sentence.</returns>
    protected abstract Task<(object Json, string Sentence)> DoAsync(HostClient host, ApplicationNumber number, string reason, CancellationToken cancellation);

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        using var host = _host.Connect(arguments);
        var (json, sentence) = await DoAsync(host, arguments.GetRequiredValue(_number), arguments.GetRequiredValue(_reason), cancellation);
        await _terminal.Output.WriteLineAsync(arguments.GetValue(_json) ? JsonSerializer.Serialize(json, JsonOutput.Format) : sentence);
        return ExitCode.Done;
    }
}
