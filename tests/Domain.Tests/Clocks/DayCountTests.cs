using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using NodaTime;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

public class DayCountTests
{
    private static readonly LocalDate From = new(2026, 3, 2);

    [Fact]
    public void Pauses_are_put_in_order() =>
        Count(new Pause(Date("2026-03-16"), Date("2026-03-18")), new Pause(Date("2026-03-03"), Date("2026-03-05"))).DeadlineOf(20).Date
            .ShouldBe(Date("2026-04-03"));

    [Fact]
    public void Pauses_that_touch_are_right() =>
        Count(new Pause(From, Date("2026-03-05")), new Pause(Date("2026-03-05"), Date("2026-03-06"))).DeadlineOf(1).Date.ShouldBe(Date("2026-03-09"));

    [Fact]
    public void No_days_are_the_day_itself() => Count().DeadlineOf(0).ShouldBe(new Deadline(From, false));

    [Fact]
    public void Before_the_start_nothing_is_used_up() => Count().UpTo(From.PlusDays(-7)).ShouldBe(0);

    [Fact]
    public void All_that_is_wrong_with_pauses_is_told_at_one_time()
    {
        Pause[] pauses = [new(Date("2026-03-12"), Date("2026-03-11")), new(Date("2026-03-01"), Date("2026-03-10")), new(Date("2026-03-09"), Date("2026-03-10"))];

        DayCount.TryCreate(Calendar, LimitUnit.WorkingDay, From, pauses, out var count, out var faults).ShouldBeFalse();

        count.ShouldBeNull();
        Codes(faults).ShouldBe(["[0]:before-start", "[1]:overlap", "[2]:order"]);
    }

    [Fact]
    public void A_day_is_explained_by_the_calendar_the_pause_or_its_number()
    {
        var days = Count(new Pause(Date("2026-03-04"), Date("2026-03-06"))).Explain(Date("2026-03-09")).ToList();

        days.Select(day => day.Number).ShouldBe([0, 1, 2, null, null, null, null, 3]);
        days.Select(day => day.Pause is not null).ShouldBe([false, false, false, true, true, false, false, false]);
        days[^2].Day.IsWorkingDay.ShouldBeFalse();
    }

    private static DayCount Count(params Pause[] pauses)
    {
        DayCount.TryCreate(Calendar, LimitUnit.WorkingDay, From, pauses, out var count, out var faults).ShouldBeTrue(string.Join('\n', faults));
        return count!;
    }
}
