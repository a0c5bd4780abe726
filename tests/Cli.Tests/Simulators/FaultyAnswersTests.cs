using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Faults;

namespace CrossRegion.Cli.Tests.Simulators;

/// <summary>Each fault of an answer, over real HTTP.</summary>
public sealed class FaultyAnswersTests : IDisposable
{
    private const string Holder = "510104198406060095";

    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task An_error_is_answered_and_nothing_is_taken()
    {
        await using var provinces = await StartAsync("""{"notices":{"answers":{"errors":{"500":0.5,"503":0.5}}},"providers":{"answers":{"errors":{"429":1}}}}""");
        var statuses = new HashSet<HttpStatusCode>();
        for (var sequence = 0; sequence < 30; sequence++)
        {
            statuses.Add((await DeliverAsync(provinces, $"A-{sequence}")).StatusCode);
        }

        statuses.ShouldBe([HttpStatusCode.InternalServerError, HttpStatusCode.ServiceUnavailable], ignoreOrder: true);
        provinces.Journal.Events.ShouldBeEmpty();
        (await AskAsync(provinces, "k1")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        provinces.SharedData.Answered.ShouldBeEmpty();
        provinces.Faults.Played.Select(played => $"{played.System}.{played.Kind}").Distinct()
            .ShouldBe(["notices.500", "notices.503", "providers.429"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_request_that_is_repeated_is_judged_anew()
    {
        await using var provinces = await StartAsync("""{"providers":{"answers":{"errors":{"503":0.5}}}}""");
        var tries = 0;
        while ((await AskAsync(provinces, "k1")).StatusCode != HttpStatusCode.OK)
        {
            (++tries).ShouldBeLessThan(64, "half of the requests are answered");
        }

        provinces.Faults.Played.Count.ShouldBe(tries);
    }

    [Fact]
    public async Task A_lost_answer_was_taken_before()
    {
        await using var provinces = await StartAsync("""{"notices":{"answers":{"lost":1}},"providers":{"answers":{"lost":1}}}""");

        await Should.ThrowAsync<HttpRequestException>(DeliverAsync(provinces, "A-1"));
        await Should.ThrowAsync<HttpRequestException>(AskAsync(provinces, "k1"));

        provinces.NoticeGateway.Notices.ShouldHaveSingleItem();
        (await _http.GetAsync(new Uri(provinces.Address, "/shared-data/driving-licence/queries/k1"))).StatusCode
            .ShouldBe(HttpStatusCode.OK, "the answer can be got again under its key");
    }

    [Fact]
    public async Task A_malformed_answer_makes_no_sense_and_nothing_is_taken()
    {
        await using var provinces = await StartAsync("""{"providers":{"answers":{"malformed":1}}}""");

        var answer = await AskAsync(provinces, "k1");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        provinces.SharedData.Answered.ShouldBeEmpty();
    }

    [Fact]
    public async Task Latency_is_waited_for()
    {
        await using var provinces = await StartAsync("""{"providers":{"answers":{"latency":{"constant":0.3}}}}""");
        var watch = Stopwatch.StartNew();

        (await AskAsync(provinces, "k1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        watch.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(0.3));
    }

    [Fact]
    public async Task An_outage_begins_and_ends_at_its_time()
    {
        var time = new ShiftedTime();
        await using var provinces = await StartAsync("""{"providers":{"answers":{"outages":[{"from":600,"to":1200}]}}}""", time);
        (await AskAsync(provinces, "k1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        time.Shift = TimeSpan.FromSeconds(700);
        (await AskAsync(provinces, "k2")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        time.Shift = TimeSpan.FromSeconds(1300);
        (await AskAsync(provinces, "k3")).StatusCode.ShouldBe(HttpStatusCode.OK);
        provinces.Faults.Played.ShouldHaveSingleItem().Kind.ShouldBe("outage");
    }

    [Fact]
    public async Task Without_a_plan_nothing_goes_wrong()
    {
        await using var provinces = await StartAsync("{}");

        (await DeliverAsync(provinces, "A-1")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await AskAsync(provinces, "k1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        provinces.Faults.Played.ShouldBeEmpty();
    }

    private static Task<SimulatedProvinces> StartAsync(string faults, TimeProvider? time = null)
    {
        FaultPlan.TryRead("f.json", faults, out var plan, out var wrong).ShouldBeTrue(string.Join("; ", wrong));
        return SimulatedProvinces.StartAsync(new SimulationOptions { Faults = plan!, Time = time ?? TimeProvider.System });
    }

    private async Task<HttpResponseMessage> DeliverAsync(SimulatedProvinces provinces, string id)
    {
        var cloudEvent = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = id,
            ["type"] = "gov.crossregion.application.received.v1",
            ["subject"] = "A",
            ["sequence"] = 1,
            ["data"] = new JsonObject { ["notice"] = new JsonObject { ["zh"] = "已收件", ["en"] = "Received" } },
        };
        using var content = new StringContent(cloudEvent.ToJsonString(), Encoding.UTF8, "application/cloudevents+json");
        return await _http.PostAsync(provinces.Subscriptions.Single(candidate => candidate.Name == "notices-51").Endpoint, content);
    }

    private Task<HttpResponseMessage> AskAsync(SimulatedProvinces provinces, string key) => _http.PutAsJsonAsync(
        new Uri(provinces.Address, $"/shared-data/driving-licence/queries/{key}"),
        new { holderKind = "resident-id", holderIdentifier = Holder, legalBasis = "11440100MB9001173N300011890100001" });
}
