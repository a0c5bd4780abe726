using System.CommandLine;
using System.Text.Json;
using CrossRegion.Cli.Hosts;

namespace CrossRegion.Cli.Commands;

/// <summary><c>erase NUMBER --reason TEXT</c>: erases the person from a closed case, for ever.</summary>
internal sealed class EraseCommand : Command
{
    private readonly NumberArgument _number = new();
    private readonly Option<string> _reason = new("--reason")
    {
        Description = "为何删除,长期留存,不得写入个人信息。 Why; it is kept, so it must name nobody.",
        HelpName = "TEXT",
        Required = true,
    };
    private readonly HostOptions _host = new();
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public EraseCommand(Terminal terminal)
        : base("erase", "依法删除已结办件中的个人信息,不可恢复。 Erases the person from a closed case, for ever.")
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
        var erasedAt = await host.EraseAsync(number, arguments.GetRequiredValue(_reason), cancellation);
        await _terminal.Output.WriteLineAsync(arguments.GetValue(_json)
            ? JsonSerializer.Serialize(new { number = number.Value, erasedAt }, JsonOutput.Format)
            : $"{number} 的个人信息已依法删除。 The person is erased from it.");
        return ExitCode.Done;
    }
}
