namespace CrossRegion.Domain.Clocks;

/// <summary>
/// Which rungs are to be raised, and when the next one is: a pure function of readings, so that timers and sweeps that race, or come
/// late, find the same. Each rung is raised once; whoever raises it claims <see cref="Rung.Key"/>.
/// </summary>
public static class Ladder
{
    /// <summary>
    /// What is to be raised on the day of the readings, by day. A clock that is overdue raises that, and no belated warning.
    /// </summary>
    /// <param name="raised">What was raised before.</param>
    public static IReadOnlyList<RungDate> Due(IEnumerable<ClockReading> readings, SupervisionThresholds thresholds, IReadOnlySet<Rung> raised) =>
    [
        .. readings.Select(reading => Rungs(reading, thresholds).LastOrDefault(rung => rung.On <= reading.Today))
            .OfType<RungDate>().Where(rung => !raised.Contains(rung.Rung)).OrderBy(rung => rung.On),
    ];

    /// <summary>
    /// The first rung that comes after the day of the readings; null when none does unless something happens to the clocks, as while
    /// they are paused.
    /// </summary>
    /// <param name="raised">What was raised before.</param>
    public static RungDate? Next(IEnumerable<ClockReading> readings, SupervisionThresholds thresholds, IReadOnlySet<Rung> raised) =>
        readings.SelectMany(reading => Rungs(reading, thresholds).Where(rung => rung.On > reading.Today))
            .Where(rung => !raised.Contains(rung.Rung)).MinBy(rung => rung.On);

    /// <summary>A clock's rungs, the lower one first. A clock that does not run has only what it missed.</summary>
    private static IEnumerable<RungDate> Rungs(ClockReading reading, SupervisionThresholds thresholds)
    {
        if (reading.State == ClockState.Running)
        {
            yield return new RungDate(new Rung(reading.Key, RungLevel.Warning), reading.DayWithLeft(thresholds.WarningAt(reading.Budget)));
        }

        if (reading.State == ClockState.Running || reading.IsOverdue)
        {
            yield return new RungDate(new Rung(reading.Key, RungLevel.Overdue), reading.Due.Date.PlusDays(1));
        }
    }
}
