using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.CodeSets;
using NodaTime;

namespace CrossRegion.Domain.Clocks;

/// <summary>
/// What a clock shows at the end of a day: derived from its ledger and the calendar every time, and never stored. Days are in
/// <see cref="Unit"/>; months are counted as the calendar days they cover.
/// </summary>
public sealed class ClockReading
{
    private readonly DayCount _count;

    internal ClockReading(Clock clock, ClockHistory history, LocalDate today, DayCount count, LocalDate? told)
    {
        (Key, State, Today, Unit, _count) = (clock.Key, history.State, today, clock.Rule.Budget.Unit, count);
        var amount = clock.Rule.Budget.Amount + history.Added;
        Budget = count.DaysIn(amount);
        Consumed = count.UpTo(history.End);
        var computed = count.DeadlineOf(amount);
        Due = told is { } date ? new RecomputedDeadline(date, computed).InForce : computed;
        IsOverdue = history.End > Due.Date;
    }

    public ClockKey Key { get; }

    public ClockState State { get; }

    /// <summary>The day it was read on.</summary>
    public LocalDate Today { get; }

    public LimitUnit Unit { get; }

    /// <summary>Days the clock has, with its extension.</summary>
    public int Budget { get; }

    /// <summary>Days used up to and including <see cref="Today"/>, or up to the day it stopped.</summary>
    public int Consumed { get; }

    /// <summary>Days left; 0 also when it is overdue.</summary>
    public int Remaining => Math.Max(0, Budget - Consumed);

    /// <summary>The last day. While the clock is paused: what it would be if it ran again from <see cref="Today"/>.</summary>
    public Deadline Due { get; }

    /// <summary>It ran, or runs, beyond its last day. Neither a pause nor a stop afterwards undoes that.</summary>
    public bool IsOverdue { get; }

    /// <summary>
    /// The first day on which no more than <paramref name="days"/> are left; the first day that counts at the earliest, since on day 0
    /// nothing is used up yet, however short the limit.
    /// </summary>
    public LocalDate DayWithLeft(int days) => _count.DayOf(Math.Max(1, Budget - days));
}
