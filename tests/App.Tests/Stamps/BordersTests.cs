using CrossRegion.App.Tests.Networks;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Simulators.Faults;
using Xunit.Abstractions;

namespace CrossRegion.App.Tests.Stamps;

/// <summary>Applications that cross borders between three processes in three networks, while everything that can fail does.</summary>
public sealed class BordersTests(ITestOutputHelper output)
{
    private const int Applications = 500;
    private const int Seed = 2026;

    /// <summary>
    /// How applications are to end; platforms and departments say things twice and in another order; of what stamps send them and ask, some is
    /// answered into the void.
    /// </summary>
    private const string Plan =
        """
        {
          "outcomes": { "refused": 0.12, "notCompetent": 0.08, "supplemented": 0.15, "withdrawn": 0.08 },
          "platforms": {
            "answers": { "lost": 0.03 },
            "posts": { "duplicates": { "rate": 0.2, "within": 2 }, "reordered": { "rate": 0.2, "within": 1 } }
          },
          "departments": {
            "answers": { "lost": 0.03 },
            "posts": { "duplicates": { "rate": 0.2, "within": 2 }, "reordered": { "rate": 0.2, "within": 1 } }
          },
          "notices": { "answers": { "lost": 0.03 } },
          "providers": { "answers": { "lost": 0.03 } }
        }
        """;

    [NamespaceFact]
    public async Task Five_hundred_applications_cross_all_borders_while_lines_are_cut_and_stamps_are_killed()
    {
        FaultPlan.TryRead("plan", Plan, out var plan, out _).ShouldBeTrue();
        await using var world = await StampWorld.StartAsync(plan);
        var traffic = new Traffic(world.People, Seed, plan);
        var (first, second, third) = (world["51"], world["50"], world["44"]);
        (Stamp, Stamp)[] borders = [(first, second), (second, third), (third, first)];
        List<Func<Disturbances, Task>> rounds =
        [
            .. borders.SelectMany(((Stamp One, Stamp Other) border) => (Func<Disturbances, Task>[])
            [
                each => each.CutOneWayAsync(border.One, border.Other),
                each => each.KillAsync(border.One),
                each => each.CutBothWaysAsync(border.One, border.Other),
                each => each.CutOneWayAsync(border.Other, border.One),
                each => each.LeaveHalfOpenAsync(border.Other, border.One),
            ]),
            each => each.KillAllAsync(),
        ];

        var disturbances = new Disturbances(world, traffic, (Applications + rounds.Count - 1) / rounds.Count);
        foreach (var round in rounds)
        {
            await round(disturbances);
        }

        var ends = new Ends(world, traffic.Filed);
        await ends.ReachAsync();

        traffic.Filed.Count.ShouldBeGreaterThanOrEqualTo(Applications);
        traffic.Filed.Select(crossing => (crossing.Filing, crossing.Competent)).Distinct().Count(way => way.Filing != way.Competent).ShouldBeGreaterThanOrEqualTo(6);
        traffic.Filed.Select(crossing => crossing.Item.Mode).Distinct().Count().ShouldBe(Enum.GetValues<CrossProvinceMode>().Length);
        await ends.CheckOutcomesAsync();
        ends.CheckEffects();
        var handOvers = await ends.CheckCustodyAsync();
        disturbances.AnswersLost.ShouldBePositive();
        output.WriteLine(
            $"{traffic.Filed.Count} applications, {handOvers} hand-overs, {disturbances.Cuts} cuts, {disturbances.AnswersLost} answers lost in them, {disturbances.Kills} kills");
    }
}
