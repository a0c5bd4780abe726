using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange.Wire;

namespace CrossRegion.Exchange.Tests;

public sealed class ChaosTests
{
    private const int Applications = 120;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Duplicates_reordering_lost_answers_cut_lines_and_restarts_together_lose_and_double_nothing(int seed)
    {
        await using var world = await World.StartInRealTimeAsync("51", "44");
        var random = new Random(seed);
        MakeUnruly(world["51"], random);

        for (var round = 1; round <= 3; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, Applications).SelectMany(i => (Task[])
            [
                world["51"].HandOverAsync(World.Application(i), "44", $"{round}"),
                world["44"].HandOverAsync(World.Application(i), "51", $"back {round}"),
            ]));
            world.Link("51", "44").Be(Draw(random) < 0.5 ? LinkMode.NoAnswers : LinkMode.Cut);
            await world.StartAsync(Draw(random) < 0.5 ? "51" : "44");
            MakeUnruly(world["51"], random);
            world.Link("51", "44").Be(LinkMode.Open);
        }

        await world.UntilAsync("both backlogs to be empty", async () =>
            (await world["51"].PeerAsync("44")).Backlog + (await world["44"].PeerAsync("51")).Backlog == 0);

        for (var i = 0; i < Applications; i++)
        {
            (await world["44"].WorkAsync(World.Application(i), "51")).ShouldBe(["1", "2", "3"]);
            (await world["51"].WorkAsync(World.Application(i), "44")).ShouldBe(["back 1", "back 2", "back 3"]);
        }

        var result = await world["44"].Reconciliation.RunAsync(world["51"].Province, world.Today, default);
        result.Routes.ShouldAllBe(route => route.DifferencesBefore == 0 && route.Entries == 3 * Applications);
        foreach (var stamp in (TestStamp[])[world["51"], world["44"]])
        {
            stamp.Logs.Count(5003).ShouldBe(0);
        }
    }

    /// <summary>Sends some batches twice, some backwards, some in pieces, and forgets some answers.</summary>
    private static void MakeUnruly(TestStamp stamp, Random random) => stamp.Transport.Instead = async (_, batch, send) =>
    {
        switch (Draw(random))
        {
            case < 0.2:
                await send(batch);
                return await send(batch);
            case < 0.4:
                var backwards = await send([.. batch.Reverse()]);
                return backwards with { Answers = backwards.Answers?.Reverse().ToList() };
            case < 0.6 when batch.Count > 1:
                var (first, rest) = (await send([.. batch.Take(batch.Count / 2)]), await send([.. batch.Skip(batch.Count / 2)]));
                return first.Answers is null || rest.Answers is null
                    ? new BatchAnswer(Pause: first.Pause ?? rest.Pause)
                    : new BatchAnswer([.. first.Answers, .. rest.Answers], rest.Pause);
            case < 0.75:
                await send(batch);
                throw new HttpRequestException("the answer is lost");
            default:
                return await send(batch);
        }
    };

    private static double Draw(Random random)
    {
        lock (random)
        {
            return random.NextDouble();
        }
    }
}
