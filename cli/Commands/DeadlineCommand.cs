using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Cli.Commands;

/// <summary>
/// <c>deadline --from DATE --working-days N [--pause A..B]... [--extend N] [--division CODE] [--explain]</c>: the last day of a limit
/// (行政许可法 art. 82), with its pauses (art. 45) and its extension (art. 42).
/// </summary>
internal sealed class DeadlineCommand : Command
{
    private readonly Option<LocalDate> _from = new("--from")
    {
        Description = "起算日(第0日),如 2026-09-30。 The day it starts from (day 0).",
        HelpName = "DATE",
        Required = true,
        CustomParser = result => ParseDate(result, result.Tokens.Single().Value),
    };
    private readonly Option<WorkingDays> _days = new("--working-days")
    {
        Description = "工作日数。 Number of working days.",
        HelpName = "N",
        Required = true,
        CustomParser = ParseDays,
    };
    private readonly Option<IReadOnlyList<Pause>> _pauses = new("--pause")
    {
        Description = "中止期间,其间不计(A 当日仍计),可多次。 A pause: the days after A up to B do not count; may be given again.",
        HelpName = "A..B",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => ParsePause(result, token.Value))],
        DefaultValueFactory = _ => [],
    };
    private readonly Option<WorkingDays> _extension = new("--extend")
    {
        Description = "延长的工作日数。 Working days the limit is extended by.",
        HelpName = "N",
        CustomParser = ParseDays,
    };
    private readonly Option<DivisionCode> _division = new("--division")
    {
        Description = "行政区划代码,按当地放假安排计算。 A division's code: count by its own holidays too.",
        HelpName = "CODE",
        CustomParser = ParseDivision,
    };
    private readonly Option<bool> _explain = new("--explain") { Description = "逐日说明。 Explain the count day by day." };
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public DeadlineCommand(Terminal terminal)
        : base("deadline", "计算期限届满日。 Computes the last day of a limit in working days.")
    {
        _terminal = terminal;
        Add(_from);
        Add(_days);
        Add(_pauses);
        Add(_extension);
        Add(_division);
        Add(_explain);
        Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var (from, days, extension) = (arguments.GetValue(_from), arguments.GetValue(_days).Count, arguments.GetValue(_extension).Count);
        if (days + extension > WorkingDays.Maximum)
        {
            throw new CommandException($"期限合计不得超过 {WorkingDays.Maximum} 个工作日。", $"A limit has at most {WorkingDays.Maximum} working days.");
        }

        var calendar = CalendarOf(arguments.GetValue(_division), from);
        var pauses = arguments.GetValue(_pauses) ?? [];
        if (!DayCount.TryCreate(calendar, LimitUnit.WorkingDay, from, pauses, out var count, out var faults))
        {
            foreach (var fault in faults)
            {
                _terminal.Error.WriteLine($"{fault.MessageZh}。 {char.ToUpperInvariant(fault.MessageEn[0])}{fault.MessageEn[1..]}.");
            }
            return ExitCode.Failed;
        }

        var deadline = count.DeadlineOf(days + extension);
        var explanation = arguments.GetValue(_explain) ? new DeadlineExplanation(count, deadline, days, extension) : null;
        Write(deadline, explanation, arguments.GetValue(_json));
        return ExitCode.Done;
    }

    private void Write(Deadline deadline, DeadlineExplanation? explanation, bool asJson)
    {
        var date = LocalDatePattern.Iso.Format(deadline.Date);
        if (asJson)
        {
            var answer = new { date, provisional = deadline.IsProvisional, days = explanation?.ForPrograms() };
            _terminal.Output.WriteLine(JsonSerializer.Serialize(answer, JsonOutput.Format));
            return;
        }

        foreach (var line in explanation?.Lines() ?? [])
        {
            _terminal.Output.WriteLine(line);
        }

        _terminal.Output.WriteLine(deadline.IsProvisional
            ? $"{date} 暂定:该年放假安排尚未公布。 Provisional: that year's holiday notice is not published."
            : date);
    }

    private static WorkingDayCalendar CalendarOf(DivisionCode? division, LocalDate from)
    {
        var files = CatalogueFolder.Read(CatalogueFolder.Default);
        var calendar = WorkingDayCalendar.Load(files);
        if (division is null)
        {
            return calendar;
        }

        return ServiceCatalogue.Load(files).Divisions.Find(division, from) is null
            ? throw new CommandException($"事项目录中 {from:R} 没有行政区划 {division}。", $"The catalogue has no division {division} on {from:R}.")
            : calendar.For(division);
    }

    private static LocalDate ParseDate(ArgumentResult result, string text)
    {
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

    private static Pause ParsePause(ArgumentResult result, string text)
    {
        if (text.Split("..") is [var from, var to])
        {
            return new Pause(ParseDate(result, from), ParseDate(result, to));
        }
        result.AddError($"“{text}”不是期间(起..止)。 '{text}' is no period (from..to).");
        return new Pause(default, default);
    }

    private static DivisionCode? ParseDivision(ArgumentResult result)
    {
        if (!DivisionCode.TryParse(result.Tokens.Single().Value, out var division, out var fault))
        {
            result.AddError($"{fault.MessageZh}。 {fault.MessageEn}.");
        }
        return division;
    }
}
