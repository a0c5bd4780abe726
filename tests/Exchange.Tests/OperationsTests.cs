using System.Net;
using System.Text.Json.Nodes;
using CrossRegion.Exchange.Tests.Stamps;

namespace CrossRegion.Exchange.Tests;

public sealed class OperationsTests
{
    [Fact]
    public async Task Operators_see_links_backlog_refusals_and_reconciliations_and_nobody_else_does()
    {
        await using var world = await World.StartAsync("51", "44", "50");
        world.Link("51", "44").Be(LinkMode.Cut);
        await world["51"].HandOverAsync(World.Application(1), "44", "{}");
        await world["51"].HandOverAsync(World.Application(2), "50", "{}");
        await world.UntilReceiptedAsync(World.Application(2), "51", "50");
        await world.UntilAsync("the peer to be down", () => Task.FromResult(world["51"].Logs.Count(5004) == 1));
        await world["51"].Reconciliation.RunAsync(world["50"].Province, new NodaTime.LocalDate(2026, 3, 2), default);

        var view = JsonNode.Parse(await world["51"].Http.GetStringAsync("/api/operations/exchange"))!;

        view["provinces"]!.ToJsonString().ShouldBe("""["51"]""");
        var (down, up) = (view["peers"]![0]!, view["peers"]![1]!);
        ((string)down["peer"]!).ShouldBe("44");
        ((int)down["backlog"]!).ShouldBe(1);
        ((string)down["oldest"]!["number"]!).ShouldBe(World.Application(1).Value);
        ((string)down["link"]!["downSince"]!).ShouldBe("2026-03-02T02:00:05Z");
        ((string)down["link"]!["reason"]!).ShouldNotBeEmpty();
        ((string)up["peer"]!).ShouldBe("50");
        ((int)up["backlog"]!).ShouldBe(0);
        up["link"]!["downSince"].ShouldBeNull();
        ((int)up["reconciliations"]![0]!["differences"]!).ShouldBe(0);

        using var stranger = new HttpClient { BaseAddress = world["51"].Address };
        (await stranger.GetAsync("/api/operations/exchange")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.PostAsync("/api/operations/exchange/reconcile", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Hand_overs_to_a_province_that_is_no_peer_any_more_are_still_seen()
    {
        await using var world = await World.StartAsync(["51", "44"], (world, province) => province == "51"
            ? ["--CrossRegion:Peers:50:Endpoint=http://127.0.0.1:1", $"--CrossRegion:Peers:50:PublicKeys={world.PublicKeyFile("44")}"]
            : []);
        await world["51"].HandOverAsync(World.Application(1), "50", "{}");

        await world.WithoutMoreSettings("51");

        var forgotten = (await world["51"].OverviewAsync()).Peers.Single(peer => peer.Peer == "50");
        forgotten.Configured.ShouldBeFalse();
        forgotten.Backlog.ShouldBe(1);
        world.Clock.Advance(TimeSpan.FromMinutes(15));
        await world.RunUntilAsync("the alarm", () => Task.FromResult(world["51"].Logs.Count(5006) == 1));
    }
}
