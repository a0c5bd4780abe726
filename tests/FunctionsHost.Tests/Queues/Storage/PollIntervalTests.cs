using CrossRegion.Embedded.Functions.Queues.Storage;

namespace CrossRegion.FunctionsHost.Tests.Queues.Storage;

public sealed class PollIntervalTests
{
    [Fact]
    public void Pauses_grow_from_100_ms_by_about_the_double_to_the_longest_and_stay_there()
    {
        PollInterval interval = new(TimeSpan.FromMinutes(1), new Random(7));
        double[] pauses = [.. Enumerable.Range(0, 14).Select(_ => interval.Next(found: false).TotalMilliseconds)];
        pauses[0].ShouldBe(100);
        for (int look = 1; look < 11; look++)
        {
            double grown = 100 * Math.Pow(2, look - 1);
            pauses[look].ShouldBeInRange(100 + (0.8 * grown), 100 + (1.2 * grown), $"look {look}");
        }

        pauses[12..].ShouldAllBe(pause => pause == 60_000);
    }

    [Fact]
    public void A_message_found_brings_back_the_shortest_pause()
    {
        PollInterval interval = new(TimeSpan.FromSeconds(2), new Random(7));
        for (int look = 0; look < 20; look++)
        {
            interval.Next(found: false);
        }

        interval.Next(found: true).ShouldBe(PollInterval.Shortest);
        interval.Next(found: false).TotalMilliseconds.ShouldBeInRange(180, 220);
    }

    [Fact]
    public void Hosts_that_look_at_the_same_time_part_ways()
    {
        PollInterval one = new(TimeSpan.FromMinutes(1), new Random(1));
        PollInterval two = new(TimeSpan.FromMinutes(1), new Random(2));
        Enumerable.Range(0, 8).Select(_ => one.Next(found: false)).ShouldNotBe(Enumerable.Range(0, 8).Select(_ => two.Next(found: false)));
    }

    [Fact]
    public void The_longest_pause_holds_even_when_it_is_the_shortest() =>
        new PollInterval(PollInterval.Shortest, new Random(7)).Next(found: false).ShouldBe(PollInterval.Shortest);
}
