using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using CrossRegion.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Cli.Commands;

/// <summary><c>deadline --from DATE --working-days N</c>: the last day of a limit (行政许可法 art. 82).</summary>
internal sealed class DeadlineCommand : Command
{
    private readonly Option<LocalDate> _from = new("--from")
    {
        Description = "起算日(第0日),如 2026-09-30。 The day it starts from (day 0).",
        HelpName = "DATE",
        Required = true,
        CustomParser = ParseDate,
    };
    private readonly Option<WorkingDays> _days = new("--working-days")
    {
        Description = "工作日数。 Number of working days.",
        HelpName = "N",
        Required = true,
        CustomParser = ParseDays,
    };
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public DeadlineCommand(Terminal terminal)
        : base("deadline", "计算期限届满日。 Computes the last day of a limit in working days.")
    {
        _terminal = terminal;
        Add(_from);
        Add(_days);
        Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var calendar = WorkingDayCalendar.Load(CatalogueFolder.Read(CatalogueFolder.Default));
        var deadline = calendar.AddWorkingDays(arguments.GetValue(_from), arguments.GetValue(_days));
        var date = LocalDatePattern.Iso.Format(deadline.Date);
        _terminal.Output.WriteLine(arguments.GetValue(_json)
            ? JsonSerializer.Serialize(new { date, provisional = deadline.IsProvisional }, JsonOutput.Format)
            : deadline.IsProvisional
                ? $"{date} 暂定:该年放假安排尚未公布。 Provisional: that year's holiday notice is not published."
                : date);
        return ExitCode.Done;
    }

    private static LocalDate ParseDate(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (!parsed.Success)
        {
            result.AddError($"“{text}”不是日期(年-月-日)。 '{text}' is no date (yyyy-mm-dd).");
        }
        return parsed.Success ? parsed.Value : default;
    }

    private static WorkingDays ParseDays(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (int.TryParse(text, out var days) && days is >= 0 and <= WorkingDays.Maximum)
        {
            return new WorkingDays(days);
        }
        result.AddError(
            $"“{text}”不是 0 至 {WorkingDays.Maximum} 的整数。 '{text}' is no whole number from 0 to {WorkingDays.Maximum}.");
        return default;
    }
}
