using System.CommandLine;
using CrossRegion.Cli.Hosts;

namespace CrossRegion.Cli.Commands;

/// <summary><c>calendar import FILE</c>: has a host count by a holiday notice, and every open limit again.</summary>
internal sealed class CalendarCommand : Command
{
    private readonly Argument<FileInfo> _file = new("FILE")
    {
        Description = "放假安排(JSON,同 catalogue/calendars)。 A holiday notice as JSON, as in catalogue/calendars.",
    };
    private readonly HostOptions _host = new();
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public CalendarCommand(Terminal terminal)
        : base("calendar", "放假安排。 Holiday notices.")
    {
        _terminal = terminal;
        var import = new Command("import", "导入放假安排并重算期限。 Imports a holiday notice and counts open limits again.") { _file };
        _host.AddTo(import);
        import.Add(_json);
        import.SetAction(RunAsync);
        Add(import);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var notice = JsonFile.Read(arguments.GetRequiredValue(_file));
        using var host = _host.Connect(arguments);
        var imported = await host.ImportCalendarAsync(notice, cancellation);
        await _terminal.Output.WriteLineAsync(arguments.GetValue(_json)
            ? imported.ToJsonString(JsonOutput.Format)
            : $"{imported["region"]} {imported["year"]} {imported["number"]} 已导入,期限重算中。 Imported; open limits are being counted again.");
        return ExitCode.Done;
    }
}
