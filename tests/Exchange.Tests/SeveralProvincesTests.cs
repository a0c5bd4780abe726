using CrossRegion.Domain.Identifiers;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange;
using NodaTime;

namespace CrossRegion.Exchange.Tests;

/// <summary>One stamp serves 51 and 50, another one 44.</summary>
public sealed class SeveralProvincesTests
{
    private static readonly ProvinceCode Chongqing = ProvinceCode.Parse("50");

    [Fact]
    public async Task Each_province_of_a_stamp_has_sequences_and_ledgers_of_its_own()
    {
        await using var world = await World.StartAsync(["51", "44"], Settings);
        var number = World.Application(1);

        await world["51"].HandOverAsync(number, "44", "of 51", from: "51");
        await world["51"].HandOverAsync(number, "44", "of 50", from: "50");
        await world["44"].HandOverAsync(number, "50", "to 50");
        await world.UntilAsync("all receipts", async () =>
            (await world["51"].PeerAsync("44")).Backlog == 0 && (await world["44"].PeerAsync("50")).Backlog == 0);

        (await world["44"].WorkAsync(number, "51")).ShouldBe(["of 51"]);
        (await world["44"].WorkAsync(number, "50")).ShouldBe(["of 50"]);
        (await world["51"].Store.ListAsync(number.Value, $"work:{new Route(world["44"].Province, Chongqing)}:", default)).Single().Body.ShouldBe("to 50");
        var result = await world["51"].Reconciliation.RunAsync(world["44"].Province, new LocalDate(2026, 3, 2), default);
        result.Routes.Select(route => $"{route.From}-{route.To}: {route.Entries}, {route.DifferencesBefore}")
            .ShouldBe(["51-44: 1, 0", "44-51: 0, 0", "50-44: 1, 0", "44-50: 1, 0"]);
    }

    [Fact]
    public async Task Settings_that_cannot_be_are_told_all_at_once()
    {
        var refusal = await Should.ThrowAsync<Functions.Composition.SettingsException>(() => World.StartAsync(["51", "44"], (_, _) =>
        [
            "--CrossRegion:Provinces=44,8",
            "--CrossRegion:Peers:XX:Endpoint=http://127.0.0.1:1",
            "--CrossRegion:Exchange:MessageLifetimeSeconds=29",
            "--CrossRegion:Exchange:ClockSkewSeconds=601",
            "--CrossRegion:Exchange:RetryFirstSeconds=soon",
            "--CrossRegion:Exchange:RetryCeilingSeconds=0",
            "--CrossRegion:Exchange:AlarmAfterSeconds=0",
            "--CrossRegion:Exchange:CatchUpShare=1.1",
        ]));

        refusal.Message.Split(Environment.NewLine).Select(line => line.Split(' ', 2)[0].TrimEnd(':')).ShouldBe(
        [
            "CrossRegion__Provinces",
            "CrossRegion__Peers",
            "CrossRegion__Provinces", // 51 is not among them
            "CrossRegion__Peers", // 44 is both
            "CrossRegion__Exchange__MessageLifetimeSeconds",
            "CrossRegion__Exchange__ClockSkewSeconds",
            "CrossRegion__Exchange__RetryFirstSeconds",
            "CrossRegion__Exchange__RetryCeilingSeconds",
            "CrossRegion__Exchange__AlarmAfterSeconds",
            "CrossRegion__Exchange__CatchUpShare",
        ]);
    }

    private static IEnumerable<string> Settings(World world, string province) => province == "51"
        ? ["--CrossRegion:Provinces=51,50"]
        :
        [
            $"--CrossRegion:Peers:50:Endpoint={world.Link("44", "51").Url}",
            $"--CrossRegion:Peers:50:PublicKeys={world.PublicKeyFile("51")}",
        ];
}
