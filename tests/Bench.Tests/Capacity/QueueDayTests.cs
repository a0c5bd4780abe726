using CrossRegion.Bench.Capacity.Simulation;

namespace CrossRegion.Bench.Tests.Capacity;

/// <summary>The simulated queue against what is known in closed form.</summary>
public sealed class QueueDayTests
{
    [Theory]
    [InlineData(2, 1, 0.1)]
    [InlineData(2, 1, 0.6)] // more comes than one can do
    [InlineData(30, 4, 0.15)]
    [InlineData(0.001, 2, 1)]
    public void Whatever_came_is_done_or_waits(double perSecond, int workers, double serviceSeconds)
    {
        var day = QueueDay.Run(new Random(7), DailyCurve.WorkingDay, perSecond, workers, serviceSeconds, new Outage(36_000, 37_000));

        day.Arrived.ShouldBe(day.Done + day.Waiting);
        day.MaxDepth.ShouldBeLessThanOrEqualTo(day.Arrived);
        day.P95Depth.ShouldBeLessThanOrEqualTo(day.MaxDepth);
    }

    [Fact]
    public void The_same_seed_is_the_same_day_and_another_is_another()
    {
        Day(seed: 3).ShouldBe(Day(seed: 3));
        Day(seed: 3).ShouldNotBe(Day(seed: 4));

        static QueueFigures Day(int seed) => QueueDay.Run(new Random(seed), DailyCurve.WorkingDay, 5, 2, 0.3, Outage.None);
    }

    /// <summary>M/D/1: on the average ρ² / (2 (1 − ρ)) wait (Pollaczek and Khinchine).</summary>
    [Theory]
    [InlineData(0.5, 0.25)]
    [InlineData(0.8, 1.6)]
    [InlineData(0.9, 4.05)]
    public void One_worker_with_equal_work_has_as_many_waiting_as_theory_says(double load, double expected)
    {
        var day = QueueDay.Run(new Random(1), DailyCurve.Flat, load * 10, workers: 1, serviceSeconds: 0.1, Outage.None);

        day.MeanDepth.ShouldBe(expected, expected * 0.05);
    }

    [Fact]
    public void What_comes_beyond_what_can_be_done_waits_at_the_end()
    {
        var day = QueueDay.Run(new Random(1), DailyCurve.Flat, 20, workers: 3, serviceSeconds: 0.2, Outage.None);

        // 15 a second are done of 20: five more wait with every second.
        ((double)day.Waiting).ShouldBe(5 * DailyCurve.Seconds, 5_000);
        ((double)day.Done).ShouldBe(15 * DailyCurve.Seconds, 10);
        ((double)day.MaxDepth).ShouldBe(day.Waiting, 5);
        day.DrainedAfterS.ShouldBeNull();
    }

    [Fact]
    public void An_outage_leaves_what_came_meanwhile_and_it_drains_at_the_spare_speed()
    {
        var day = QueueDay.Run(new Random(1), DailyCurve.Flat, 10, workers: 1, serviceSeconds: 0.05, new Outage(3_600, 7_200));

        // 36,000 wait; 20 a second are done of which 10 are new.
        ((double)day.MaxDepth).ShouldBe(36_000, 800);
        ((double)day.DrainedAfterS.ShouldNotBeNull()).ShouldBe(3_600, 150);
        day.Waiting.ShouldBeLessThan(10);
    }

    [Fact]
    public void The_peak_hour_has_the_peak()
    {
        DailyCurve.WorkingDay.Hours.Count.ShouldBe(24);
        DailyCurve.WorkingDay.Hours.Max().ShouldBe(1);
        DailyCurve.WorkingDay.At(DailyCurve.WorkingDay.PeakBegins).ShouldBe(1);
        (1 / DailyCurve.WorkingDay.PeakHours).ShouldBe(0.11, 0.005);
    }
}
