using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CrossRegion.Cli.Hosts;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Cli.Commands;

/// <summary>
/// <c>find KIND</c>: one applicant's cases. The identifier is read from the input, since arguments stand in the list of processes and in
/// the shell's history.
/// </summary>
internal sealed class FindCommand : Command
{
    private readonly Argument<string> _kind = new("KIND")
    {
        Description = "标识种类。 Kind of identifier: resident-id, uscc.",
        HelpName = "KIND",
    };
    private readonly HostOptions _host = new();
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public FindCommand(Terminal terminal)
        : base("find", "按申请人标识查找办件,标识由标准输入读取。 Finds an applicant's cases; the identifier is read from standard input.")
    {
        _terminal = terminal;
        _kind.AcceptOnlyFromAmong("resident-id", "uscc");
        Add(_kind);
        _host.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        using var host = _host.Connect(arguments);
        var found = await host.FindAsync(arguments.GetRequiredValue(_kind), await AskAsync(cancellation), cancellation);
        if (arguments.GetValue(_json))
        {
            await _terminal.Output.WriteLineAsync(JsonSerializer.Serialize(new ApplicationList(found, Continuation: null), ReadModelJson.Wire));
            return ExitCode.Done;
        }
        foreach (var application in found)
        {
            var received = application.ReceivedAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            await _terminal.Output.WriteLineAsync(
                $"{application.Number}  {received}  {application.Stage.Zh} {application.Stage.En}  {application.ItemNameZh} {application.ItemNameEn}");
        }
        if (found.Count == 0)
        {
            await _terminal.Output.WriteLineAsync("没有办件。 There is no case.");
        }
        return ExitCode.Done;
    }

    private async Task<string> AskAsync(CancellationToken cancellation)
    {
        if (_terminal.Interactive)
        {
            await _terminal.Error.WriteAsync("申请人标识 Identifier: ");
        }
        var line = _terminal.Input is { } input ? await input.ReadLineAsync(cancellation) : null;
        return line?.Trim() is { Length: > 0 } identifier
            ? identifier
            : throw new CommandException("请由标准输入提供申请人标识。", "The identifier is to be given on standard input.");
    }
}
