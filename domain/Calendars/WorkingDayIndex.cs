using NodaTime;

namespace CrossRegion.Domain.Calendars;

/// <summary>
/// Counts working days without walking over days: weekdays by arithmetic, and the arranged days that differ from the week's
/// rhythm as a running sum. A question costs a binary search, whatever the length of the period.
/// </summary>
internal sealed class WorkingDayIndex
{
    private readonly int[] _days;
    private readonly int[] _sums;
    private readonly int _daysOff;

    public WorkingDayIndex(IEnumerable<CalendarDay> arranged)
    {
        var differing = arranged.Where(day => day.IsWorkingDay == IsWeekend(day.Date)).OrderBy(day => day.Date).ToList();
        _days = [.. differing.Select(day => Number(day.Date))];
        _sums = new int[differing.Count];
        var sum = 0;
        for (var i = 0; i < _sums.Length; i++)
        {
            sum += differing[i].IsWorkingDay ? 1 : -1;
            _sums[i] = sum;
        }

        _daysOff = differing.Count(day => !day.IsWorkingDay);
    }

    /// <summary>Working days from the beginning of time up to and including the day.</summary>
    public int UpTo(LocalDate date) => UpTo(Number(date));

    /// <summary>The <paramref name="count"/>th working day after the day.</summary>
    public LocalDate Add(LocalDate from, int count)
    {
        if (count == 0)
        {
            return from;
        }

        var start = Number(from);
        var target = UpTo(start) + count;
        var (low, high) = (start + 1, start + (((count + _daysOff) / 5 + 2) * 7));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = UpTo(middle) >= target ? (low, middle) : (middle + 1, high);
        }

        return LocalDate.FromDateOnly(DateOnly.FromDayNumber(low));
    }

    /// <summary>Days since Monday, 0001-01-01.</summary>
    private static int Number(LocalDate date) => date.ToDateOnly().DayNumber;

    private static bool IsWeekend(LocalDate date) => Number(date) % 7 >= 5;

    private int UpTo(int day)
    {
        var weekdays = (day / 7 * 5) + Math.Min((day % 7) + 1, 5);
        var position = Array.BinarySearch(_days, day);
        var before = position >= 0 ? position : ~position - 1;
        return weekdays + (before >= 0 ? _sums[before] : 0);
    }
}
