using System.Text.Json;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace CrossRegion.Cli.Tests.Commands;

public sealed class ReconcileCommandTests
{
    private static readonly Difference Repaired = new(new LedgerPlace(Views.Number, 1), DifferenceKind.NoReceiptHere);
    private static readonly Difference Left = new(new LedgerPlace(Views.Number, 2), DifferenceKind.Contradicting);

    [Fact]
    public async Task Reconcile_asks_for_peer_and_day_and_tells_what_was_repaired()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(Result([Repaired], []), ExchangeJson.Options));

        var run = await host.RunAsync("reconcile", "--peer", "50", "--date", "2026-03-02");

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        var (request, body) = host.Requests.Single();
        request.ShouldBe("POST /api/operations/exchange/reconcile");
        ((string?)body!["peer"]).ShouldBe("50");
        ((string?)body["date"]).ShouldBe("2026-03-02");
        run.Output.ShouldContain("51 → 50: 移交 7 件,差异 1,余 0。 7 hand-overs, 1 differences, 0 left.");
        run.Output.ShouldContain($"{Views.Number} 1: 本方缺回执 no receipt here (已补齐 repaired)");
    }

    [Fact]
    public async Task Differences_that_are_left_are_told_and_the_exit_code_says_so()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(Result([Repaired, Left], [Left]), ExchangeJson.Options));

        var run = await host.RunAsync("reconcile", "--peer", "50", "--date", "2026-03-02");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain($"{Views.Number} 2: 内容不一致 contradicting (未补齐 left)");
    }

    [Fact]
    public async Task As_json_it_is_what_the_host_said()
    {
        var result = Result([Repaired], []);
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(result, ExchangeJson.Options));

        var run = await host.RunAsync("reconcile", "--peer", "50", "--date", "2026-03-02", "--json");

        run.Output.ShouldBe(JsonSerializer.Serialize(result, ExchangeJson.Options));
    }

    private static ReconciliationResult Result(IReadOnlyList<Difference> before, IReadOnlyList<Difference> after)
    {
        var (own, peer) = (ProvinceCode.Parse("51"), ProvinceCode.Parse("50"));
        var route = new RouteResult(own, peer, 7, "sha-256:AAAA", before.Count, after.Count, before, after);
        return new ReconciliationResult(peer, new LocalDate(2026, 3, 2), Instant.FromUnixTimeSeconds(0), after.Count, [route]);
    }
}
