using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using NodaTime;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>The clock as a clerk with a wall calendar keeps it: one day after the other, nothing clever.</summary>
internal sealed class NaiveClock(NaiveCalendar calendar, LocalDate from, LimitUnit unit, int budget)
{
    public List<Pause> Pauses { get; } = [];

    public int Budget { get; set; } = budget;

    public LocalDate? PausedOn { get; set; }

    public LocalDate? StoppedOn { get; set; }

    public int Consumed(LocalDate today) => Days(today).Count(day => Counts(day, today));

    public LocalDate Due(LocalDate today)
    {
        var (day, left) = (from, Budget);
        while (left > 0)
        {
            day = day.PlusDays(1);
            left -= Counts(day, today) ? 1 : 0;
        }

        while (IsPaused(day.PlusDays(1), today))
        {
            day = day.PlusDays(1);
        }

        while (unit != LimitUnit.WorkingDay && !(calendar.Works(day) && !IsPaused(day, today)))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    public bool IsOverdue(LocalDate today) => (StoppedOn ?? today) > Due(today);

    public SupervisionColour Colour(LocalDate today, ClockKind kind)
    {
        if (kind == ClockKind.Stage && StoppedOn is not null)
        {
            return SupervisionColour.Green;
        }

        if (IsOverdue(today))
        {
            return kind switch
            {
                ClockKind.Stage => SupervisionColour.Yellow,
                ClockKind.Promised => SupervisionColour.Orange,
                _ => SupervisionColour.Red,
            };
        }

        return StoppedOn is not null ? SupervisionColour.Green
            : PausedOn is not null ? SupervisionColour.Blue
            : IsNear(today) ? SupervisionColour.Yellow
            : SupervisionColour.Green;
    }

    /// <summary>One day left, or a fifth of the limit, once a day of it is used.</summary>
    public bool IsNear(LocalDate today)
    {
        var used = Consumed(today);
        var left = Budget - used;
        return used > 0 && (left <= 1 || left * 5 <= Budget);
    }

    private IEnumerable<LocalDate> Days(LocalDate today)
    {
        for (var day = from.PlusDays(1); day <= (StoppedOn ?? today); day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    private bool Counts(LocalDate day, LocalDate today) => !IsPaused(day, today) && (unit != LimitUnit.WorkingDay || calendar.Works(day));

    private bool IsPaused(LocalDate day, LocalDate today) =>
        Pauses.Any(pause => day > pause.From && day <= pause.To) || (PausedOn is { } open && day > open && day <= (StoppedOn ?? today));
}
