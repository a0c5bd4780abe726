using CrossRegion.Bench.Capacity;
using CrossRegion.Bench.Capacity.Counting;
using CrossRegion.Bench.Capacity.Limits;

namespace CrossRegion.Bench.Tests.Capacity;

public sealed class LimitsTests
{
    private static readonly Work One = new(
        Messages: 10, Actions: 80, Activities: 30, Events: 12, EventKB: 20, HandOvers: 5, Reads: 130, Queries: 20, Commits: 70, Writes: 120,
        CaseUnits: 1_000, ListUnits: 600, "WaitingEvents", HottestShardUnits: 25, ListEntries: 1, KeptKB: 150, CpuMs: 50);

    private static readonly IReadOnlyList<ServiceLimit> Limits = ServiceLimits.Of(handOversPerSecond: 2_000);

    [Fact]
    public void What_breaks_first_comes_first()
    {
        var table = Saturation.Of(Limits, One);

        table.Select(limit => limit.SaturatesAt).ShouldBeInOrder();
        table[0].ShouldBe(new Saturation("Cosmos DB, container cases, as deployed", 4_000, "RU/s", 1_000, 4, "maximumThroughput", IsSetting: true));
        table.Single(limit => limit.Name.Contains("3 units", StringComparison.Ordinal)).SaturatesAt.ShouldBe(75); // 6,000 actions of 80
    }

    [Fact]
    public void More_applications_use_more_of_everything_and_all_of_it_where_it_saturates()
    {
        foreach (var limit in Limits)
        {
            var shares = ((double[])[0.1, 1, 35, 280, 8_960]).Select(rate => limit.Share(One, rate)).ToList();
            shares.ShouldBeInOrder();
            shares[0].ShouldBeGreaterThan(0, limit.Name);
            limit.Share(One, limit.Saturates(One)).ShouldBe(1, 1e-9, limit.Name);
        }
    }

    [Fact]
    public void A_larger_volume_needs_no_less_of_anything()
    {
        var run = new VolumeRun(One, Limits, handOversPerSecond: 2_000, outageSeconds: 600, seed: 1);
        var rows = ((double[])[0.1, 1, 5]).Select(peak => run.Run(new Volume("", 1, peak))).ToList();

        foreach (var (small, large) in rows.Zip(rows.Skip(1)))
        {
            large.Instances.ShouldBeGreaterThanOrEqualTo(small.Instances);
            large.UnitsPerS.ShouldBeGreaterThanOrEqualTo(small.UnitsPerS);
            large.KeptGB.ShouldBeGreaterThan(small.KeptGB);
            large.ListFullAfterDays.ShouldBeLessThan(small.ListFullAfterDays);
            large.FirstLimitShare.ShouldBeGreaterThan(small.FirstLimitShare);
            large.Queue.Arrived.ShouldBeGreaterThan(small.Queue.Arrived);
            large.CosmosManualUsdAll.ShouldBeGreaterThanOrEqualTo(small.CosmosManualUsdAll);
        }

        rows[2].ShouldSatisfyAllConditions(
            row => row.Instances.ShouldBe(1), // 0.25 s of CPU a second, a core used to 70 %
            row => row.PeakUnitsPerS.ShouldBe(8_000),
            row => row.UnitsPerS.ShouldBe(8_000 + 5_000), // 5,000 and 3,000 at 70 %, in thousands
            row => row.PartitionsByUnits.ShouldBe(2),
            row => row.FirstLimit.ShouldBe("Cosmos DB, container cases, as deployed"),
            row => row.FirstLimitShare.ShouldBe(1.25),
            row => row.Exceeded.ShouldBe(["Cosmos DB, container cases, as deployed"]),
            row => row.CosmosManualUsdAll.ShouldBe(749), // 130 × 0.008 × 720
            row => row.CosmosAutoscaleUsdAll.ShouldBeLessThan(row.CosmosManualUsdAll));
    }

    [Fact]
    public void Stamps_share_a_nation_and_multiply_a_peak()
    {
        var volumes = Volume.All(stamps: 32, peak: 280, nationPerDay: 1_000_000);

        volumes[2].PerDay.ShouldBe(1_000_000, 1);
        volumes[3].PerDay.ShouldBe(32 * volumes[1].PerDay, 1);
        volumes[0].PerDay.ShouldBe(10_000, 1);
    }

    [Fact]
    public void Before_a_limit_hardly_anything_waits_and_beyond_it_ever_more()
    {
        var days = OverloadFigures.Of(new Saturation("", 10, "", 1, SaturatesAt: 10, "", IsSetting: false), seed: 1);

        days[0].Queue.MaxDepth.ShouldBeLessThan(60);
        days.Select(day => day.Queue.MaxDepth).ShouldBeInOrder();
        ((double)days[^1].Queue.MaxDepth).ShouldBeGreaterThan(10 * 3_600); // twice the limit for an hour, and the hours around it
    }

    [Theory]
    [InlineData(1_000, 2.0, 4.95)]
    [InlineData(8_000, 2.66, 7.04)]
    [InlineData(100, 2.0, 4.95)]
    public void A_request_is_charged_as_published(long bytes, double read, double write)
    {
        RequestCharges.Read(bytes).ShouldBe(read, 1e-9);
        RequestCharges.Write(bytes).ShouldBe(write, 1e-9);
    }
}
