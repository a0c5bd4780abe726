using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Calendars;

/// <summary>
/// Working days by the published notices (行政许可法 art. 82: the authority's periods are working days, legal holidays excluded).
/// The day a period starts from is day 0, the next working day is day 1 (民法典 art. 201), and the limit ends with its last
/// working day. A year without a notice is unknown: weekends are counted out and the result is marked provisional. A division may have
/// days of its own (<see cref="For"/>). Immutable.
/// </summary>
public sealed class WorkingDayCalendar
{
    private readonly FrozenDictionary<LocalDate, CalendarDay> _arranged;
    private readonly FrozenDictionary<int, HolidayNotice> _notices;
    private readonly WorkingDayIndex _index;
    private readonly ConcurrentDictionary<DivisionCode, WorkingDayCalendar> _divisions = new();

    private WorkingDayCalendar(IReadOnlyList<HolidayNotice> notices)
        : this(
            [.. notices.Where(notice => notice.Division is null).OrderBy(notice => notice.Year)],
            [.. notices.Where(notice => notice.Division is not null).OrderBy(notice => notice.Region, StringComparer.Ordinal).ThenBy(notice => notice.Year)],
            [])
    {
    }

    /// <summary>The country's days, and over them those of the notices that prevail, each over those before it.</summary>
    private WorkingDayCalendar(
        IReadOnlyList<HolidayNotice> notices, IReadOnlyList<HolidayNotice> localNotices, IEnumerable<HolidayNotice> prevailing)
    {
        (Notices, LocalNotices) = (notices, localNotices);
        _notices = Notices.ToFrozenDictionary(notice => notice.Year);
        _arranged = Notices.Concat(prevailing).SelectMany(Arranged).GroupBy(day => day.Date).ToFrozenDictionary(days => days.Key, days => days.Last());
        _index = new WorkingDayIndex(_arranged.Values);
    }

    /// <summary>The country's notices it is made of, by year.</summary>
    public IReadOnlyList<HolidayNotice> Notices { get; }

    /// <summary>The notices of divisions, by division and year; they prevail in the calendar <see cref="For"/> the division.</summary>
    public IReadOnlyList<HolidayNotice> LocalNotices { get; }

    /// <summary>Makes a calendar of notices, or says everything that is wrong with them.</summary>
    public static bool TryCreate(
        IReadOnlyList<HolidayNotice> notices, [NotNullWhen(true)] out WorkingDayCalendar? calendar, out IReadOnlyList<Fault> faults)
    {
        faults = HolidayNoticeRules.Check(notices);
        calendar = faults.Count == 0 ? new WorkingDayCalendar(notices) : null;
        return calendar is not null;
    }

    /// <summary>
    /// Makes a calendar of the files under <c>calendars/</c>, leaving others aside, or says everything that is wrong with them.
    /// </summary>
    public static bool TryLoad(
        IEnumerable<CatalogueFile> files, [NotNullWhen(true)] out WorkingDayCalendar? calendar, out IReadOnlyList<Fault> faults)
    {
        var collector = new FaultCollector();
        var notices = files.Where(file => file.Path.StartsWith(HolidayNoticeReader.Folder, StringComparison.Ordinal))
            .Select(file => HolidayNoticeReader.Read(file, collector)).OfType<HolidayNotice>().ToList();
        collector.AddAll("", HolidayNoticeRules.Check(notices));
        faults = collector.ToList();
        calendar = faults.Count == 0 ? new WorkingDayCalendar(notices) : null;
        return calendar is not null;
    }

    /// <summary>As <see cref="TryLoad"/>.</summary>
    /// <exception cref="CatalogueException">The files are wrong; it carries every fault.</exception>
    public static WorkingDayCalendar Load(IEnumerable<CatalogueFile> files) =>
        TryLoad(files, out var calendar, out var faults) ? calendar : throw new CatalogueException(faults);

    /// <summary>The calendar of a division: the country's, its province's days over it, then its prefecture's and its own.</summary>
    public WorkingDayCalendar For(DivisionCode division)
    {
        string[] codes = [division.Province.Division.Value, division.Value[..4] + "00", division.Value];
        var prevailing = codes.Distinct().SelectMany(code => LocalNotices.Where(notice => notice.Region == code)).ToList();
        return prevailing.Count == 0
            ? this
            : _divisions.GetOrAdd(division, _ => new WorkingDayCalendar(Notices, LocalNotices, prevailing));
    }

    /// <summary>Whether the year's notice is published.</summary>
    public bool IsPublished(int year) => _notices.ContainsKey(year);

    public bool IsWorkingDay(LocalDate date) => Describe(date).IsWorkingDay;

    /// <summary>The day with its reason, for an explanation of a count.</summary>
    public CalendarDay Describe(LocalDate date)
    {
        if (_arranged.TryGetValue(date, out var day))
        {
            return day with { IsProvisional = !IsPublished(date.Year) };
        }

        var kind = date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? DayKind.Weekend : DayKind.WorkingDay;
        return new CalendarDay(date, kind, null, _notices.GetValueOrDefault(date.Year), !IsPublished(date.Year));
    }

    /// <summary>The <paramref name="days"/>th working day after <paramref name="from"/>; <paramref name="from"/> itself for none.</summary>
    public Deadline AddWorkingDays(LocalDate from, WorkingDays days)
    {
        var date = _index.Add(from, days.Count);
        return new Deadline(date, IsProvisional(from, date));
    }

    /// <summary>The working days in (<paramref name="start"/>, <paramref name="end"/>].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    public WorkingDayCount WorkingDaysBetween(LocalDate start, LocalDate end)
    {
        if (end < start)
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, $"the period ends before it starts, on {start:R}");
        }

        return new WorkingDayCount(new WorkingDays(_index.UpTo(end) - _index.UpTo(start)), IsProvisional(start, end));
    }

    /// <summary>
    /// The last day of a limit that starts from <paramref name="from"/>. Calendar days and months whose last day is a holiday end
    /// with the day after it (民法典 art. 203), that is on the next working day.
    /// </summary>
    /// <exception cref="ArgumentException">The limit is in hours or minutes, which have no last day.</exception>
    public Deadline DeadlineOf(LocalDate from, TimeLimit limit) => limit.Unit switch
    {
        LimitUnit.WorkingDay => AddWorkingDays(from, new WorkingDays(limit.Amount)),
        LimitUnit.CalendarDay => OnWorkingDay(from, from.PlusDays(limit.Amount)),
        LimitUnit.Month => OnWorkingDay(from, from.PlusMonths(limit.Amount)),
        _ => throw new ArgumentException($"a limit in {limit.Unit.Name().En}s has no last day", nameof(limit)),
    };

    private static IEnumerable<CalendarDay> Arranged(HolidayNotice notice) =>
        notice.Holidays.SelectMany(holiday => holiday.Days.Select(day => new CalendarDay(day, DayKind.Holiday, holiday, notice, false)))
            .Concat(notice.MakeUpDays.Select(day => new CalendarDay(day, DayKind.MakeUpDay, null, notice, false)));

    private Deadline OnWorkingDay(LocalDate from, LocalDate last)
    {
        var date = _index.Add(last.PlusDays(-1), 1);
        return new Deadline(date, IsProvisional(from, date));
    }

    private bool IsProvisional(LocalDate start, LocalDate end) =>
        end > start && Enumerable.Range(start.PlusDays(1).Year, end.Year - start.PlusDays(1).Year + 1).Any(year => !IsPublished(year));
}
