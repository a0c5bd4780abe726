using CrossRegion.Domain.Calendars;
using NodaTime;

namespace CrossRegion.Domain.Clocks;

/// <summary>
/// 逾期不告知,视为受理 (行政许可法 art. 32(4)): the authority said nothing within five working days of receiving the material, so the
/// application is accepted from the day it was received. It happens by law, whether or not any system was running.
/// </summary>
/// <param name="AcceptedOn">The day of receipt: day 0 of the limits that follow.</param>
/// <param name="KnownFrom">The first day on which it is so: the one after the last day for the notice.</param>
public sealed record DeemedAcceptance(LocalDate AcceptedOn, LocalDate KnownFrom)
{
    /// <summary>The deemed acceptance by that day; null while the authority may still give notice, or when it did in time.</summary>
    /// <param name="notice">Stopped by the notice, the acceptance, or the refusal to accept.</param>
    /// <exception cref="ArgumentException">The clock is of another kind.</exception>
    public static DeemedAcceptance? Of(Clock notice, LocalDate today, WorkingDayCalendar calendar)
    {
        if (notice.Rule.Kind != ClockKind.Notice)
        {
            throw new ArgumentException($"art. 32(4) is about the notice, not about '{notice.Key}'", nameof(notice));
        }

        var reading = notice.ReadOn(today, calendar);
        return reading.IsOverdue ? new DeemedAcceptance(notice.Start.From, reading.Due.Date.PlusDays(1)) : null;
    }
}
