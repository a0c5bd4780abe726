using System.Globalization;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using NodaTime.Text;

namespace CrossRegion.Cli.Commands;

/// <summary>How a deadline comes about: every day from day 0 to the last, with its number or the reason why it does not count.</summary>
internal sealed class DeadlineExplanation(DayCount count, Deadline deadline, int days, int extension)
{
    private const string Weekdays = "一二三四五六日";

    /// <summary>A line a day, for people.</summary>
    public IEnumerable<string> Lines() => count.Explain(deadline.Date).Select(Line);

    /// <summary>The same as data.</summary>
    public IEnumerable<object> ForPrograms() => count.Explain(deadline.Date).Select(day => new
    {
        date = LocalDatePattern.Iso.Format(day.Day.Date),
        number = day.Number,
        kind = day.Day.Kind.Code(),
        holiday = day.Day.Holiday?.Name.Zh,
        notice = Arranged(day.Day) ? day.Day.Notice?.Number : null,
        paused = day.Pause is null ? (bool?)null : true,
        provisional = day.Day.IsProvisional ? true : (bool?)null,
    });

    private static bool Arranged(CalendarDay day) => day.Kind is DayKind.Holiday or DayKind.MakeUpDay;

    private string Line(CountedDay day)
    {
        var date = LocalDatePattern.Iso.Format(day.Day.Date);
        var weekday = Weekdays[(int)day.Day.Date.DayOfWeek - 1];
        var number = day.Number?.ToString(CultureInfo.InvariantCulture) ?? "-";
        return $"{date} 周{weekday} {number,4}  {Reason(day)}{Certainty(day.Day)}{Mark(day)}";
    }

    private static string Reason(CountedDay day) => day switch
    {
        { Number: 0 } => "起算日,不计入。 The day it starts from does not count.",
        { Pause: { } pause } => $"计时中止({pause.From:R} 至 {pause.To:R})。 Paused.",
        { Day.Holiday: { } holiday } => $"放假:{holiday.Name.Zh}。 Holiday: {holiday.Name.En}. {day.Day.Notice?.Number}",
        { Day.Kind: DayKind.MakeUpDay } => $"调休上班。 Make-up working day. {day.Day.Notice?.Number}",
        _ => $"{day.Day.Kind.Name().Zh}。 {day.Day.Kind.Name().En}.",
    };

    private static string Certainty(CalendarDay day) => day.IsProvisional ? " 暂定:放假安排尚未公布。 Provisional." : "";

    private string Mark(CountedDay day) =>
        extension > 0 && day.Number == days ? " ← 延长前的届满日。 The last day before the extension." : "";
}
