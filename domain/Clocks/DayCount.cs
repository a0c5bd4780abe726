using System.Diagnostics.CodeAnalysis;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using NodaTime;

namespace CrossRegion.Domain.Clocks;

/// <summary>
/// Counts the days of a limit: from its day 0, in its unit, without its pauses. Working days by the calendar (行政许可法 art. 82);
/// months are the calendar days they cover. A question costs a few binary searches, whatever the length. Immutable.
/// </summary>
public sealed class DayCount
{
    private readonly WorkingDayCalendar _calendar;
    private readonly LimitUnit _unit;
    private readonly LocalDate _from;
    private readonly IReadOnlyList<Pause> _pauses;

    internal DayCount(WorkingDayCalendar calendar, LimitUnit unit, LocalDate from, IReadOnlyList<Pause> pauses) =>
        (_calendar, _unit, _from, _pauses) = (calendar, unit, from, pauses);

    /// <summary>Makes a count with pauses in any order, or says everything that is wrong with them.</summary>
    public static bool TryCreate(
        WorkingDayCalendar calendar,
        LimitUnit unit,
        LocalDate from,
        IEnumerable<Pause> pauses,
        [NotNullWhen(true)] out DayCount? count,
        out IReadOnlyList<Fault> faults)
    {
        var ordered = pauses.OrderBy(pause => pause.From).ThenBy(pause => pause.To).ToList();
        faults = Check(from, ordered).ToList();
        count = faults.Count == 0 ? new DayCount(calendar, unit, from, ordered) : null;
        return count is not null;
    }

    /// <summary>How many days of the limit have passed at the end of <paramref name="date"/>.</summary>
    public int UpTo(LocalDate date)
    {
        if (date <= _from)
        {
            return 0;
        }

        var paused = _pauses.Where(pause => pause.From < date).Sum(pause => Between(pause.From, LocalDate.Min(pause.To, date)));
        return Between(_from, date) - paused;
    }

    /// <summary>The day that is number <paramref name="days"/> of the limit; its day 0 for none or fewer.</summary>
    public LocalDate DayOf(int days)
    {
        if (days <= 0)
        {
            return _from;
        }

        var (start, left) = (_from, days);
        foreach (var pause in _pauses)
        {
            var here = Between(start, pause.From);
            if (here >= left)
            {
                break;
            }

            (start, left) = (pause.To, left - here);
        }

        return CountsWorkingDays ? _calendar.AddWorkingDays(start, new WorkingDays(left)).Date : start.PlusDays(left);
    }

    /// <summary>How many days a limit of that amount of the unit has: those of its months, or the amount itself.</summary>
    public int DaysIn(int amount) => _unit == LimitUnit.Month ? Period.DaysBetween(_from, _from.PlusMonths(amount)) : amount;

    /// <summary>
    /// The last day of a limit of that amount. Calendar days and months end on a working day outside pauses (民法典 art. 203). When a
    /// pause begins on the last day, which still counts, the limit ends with the pause: excluded time cannot make it late (art. 45).
    /// </summary>
    public Deadline DeadlineOf(int amount)
    {
        var last = DayOf(DaysIn(amount));
        foreach (var pause in _pauses.Where(pause => pause.Covers(last.PlusDays(1))))
        {
            last = pause.To;
        }

        if (!CountsWorkingDays)
        {
            last = OnWorkingDay(last);
        }

        return new Deadline(last, last > _from && _calendar.WorkingDaysBetween(_from, last).IsProvisional);
    }

    /// <summary>Every day from day 0 up to and including <paramref name="to"/>, with its number or the reason why it has none.</summary>
    public IEnumerable<CountedDay> Explain(LocalDate to)
    {
        var number = 0;
        for (var date = _from; date <= to; date = date.PlusDays(1))
        {
            var day = _calendar.Describe(date);
            var pause = _pauses.FirstOrDefault(pause => pause.Covers(date));
            var counts = pause is null && (day.IsWorkingDay || !CountsWorkingDays);
            number += counts && date > _from ? 1 : 0;
            yield return new CountedDay(day, counts || date == _from ? number : null, pause);
        }
    }

    private bool CountsWorkingDays => _unit == LimitUnit.WorkingDay;

    private static IEnumerable<Fault> Check(LocalDate from, IReadOnlyList<Pause> pauses)
    {
        foreach (var (index, pause) in pauses.Index())
        {
            var path = $"[{index}]";
            if (pause.To < pause.From)
            {
                yield return new Fault(path, "order", $"中止期间{Text(pause)}结束早于开始", $"the pause {Text(pause)} ends before it begins");
            }

            if (pause.From < from)
            {
                yield return new Fault(path, "before-start", $"中止期间{Text(pause)}早于起算日", $"the pause {Text(pause)} begins before the limit does");
            }

            if (index > 0 && pause.From < pauses[index - 1].To)
            {
                yield return new Fault(path, "overlap", $"中止期间{Text(pause)}与前一期间重叠", $"the pause {Text(pause)} overlaps the one before");
            }
        }
    }

    private static string Text(Pause pause) => $"{pause.From:R}..{pause.To:R}";

    private int Between(LocalDate start, LocalDate end) =>
        CountsWorkingDays ? _calendar.WorkingDaysBetween(start, end).Days.Count : Period.DaysBetween(start, end);

    private LocalDate OnWorkingDay(LocalDate date)
    {
        var last = NextWorkingDay(date);
        foreach (var pause in _pauses)
        {
            last = pause.Covers(last) ? NextWorkingDay(pause.To.PlusDays(1)) : last;
        }

        return last;
    }

    /// <summary>The day itself, if it is a working day.</summary>
    private LocalDate NextWorkingDay(LocalDate date) => _calendar.AddWorkingDays(date.PlusDays(-1), new WorkingDays(1)).Date;
}
