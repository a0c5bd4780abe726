using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Platforms;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Cli.Tests.Simulators;

/// <summary>Each fault of a post, over real HTTP.</summary>
public sealed class FaultyPostsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_duplicate_is_the_same_event_again()
    {
        await using var host = await FakeHost.StartAsync((_, body) => Accept(body));
        await using var provinces = await StartAsync(host, """{"platforms":{"posts":{"duplicates":{"rate":1,"within":0.1}}}}""");

        (await provinces.FileAsync(Filing(1))).Number.ShouldBe("N-SIM-1");
        await host.RequestsAsync(2, Limit);

        host.Requests.Select(request => request.Body!.ToJsonString()).Distinct().ShouldHaveSingleItem();
        provinces.Faults.Played.ShouldHaveSingleItem().ShouldBe(new PlayedFault("platforms", "duplicate", "SIM-1"));
        provinces.Faults.Wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_gives_a_repeated_event_another_number_is_found_out()
    {
        var numbers = 0;
        await using var host = await FakeHost.StartAsync((_, _) => Accept($"N-{Interlocked.Increment(ref numbers)}"));
        await using var provinces = await StartAsync(host, """{"platforms":{"posts":{"duplicates":{"rate":1,"within":0}}}}""");

        await provinces.FileAsync(Filing(1));
        await UntilAsync(() => provinces.Faults.Wrong.Count == 1, "the complaint");

        provinces.Faults.Wrong.Single().ShouldContain("answered 202 N-2, first 202 N-1");
    }

    [Fact]
    public async Task A_damaged_event_comes_first_and_then_the_right_one()
    {
        await using var host = await FakeHost.StartAsync((_, body) => IsRight(body) ? Accept(body) : Results.BadRequest());
        await using var provinces = await StartAsync(host, """{"platforms":{"posts":{"malformed":1}}}""");
        for (var index = 0; index < 40; index++)
        {
            (await provinces.FileAsync(Filing(index))).Accepted.ShouldBeTrue();
        }

        host.Requests.Count.ShouldBe(80);
        host.Requests.Where((_, index) => index % 2 == 1).ShouldAllBe(request => IsRight(request.Body));
        var damaged = host.Requests.Where((_, index) => index % 2 == 0).Select(request => request.Body).ToList();
        damaged.ShouldAllBe(body => !IsRight(body));
        damaged.ShouldContain(body => body == null, "one is cut off");
        damaged.ShouldContain(body => body != null && body["type"] == null);
        damaged.ShouldContain(body => body != null && (string?)body["specversion"] == "0.3");
        damaged.ShouldContain(body => body != null && body["data"]!["surprise"] != null);
        damaged.ShouldContain(body => body != null && (string?)body["data"]!["applicant"]!["identifier"]!["value"] != Holder);
        provinces.Faults.Wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_takes_a_damaged_event_is_found_out()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Accept("N"));
        await using var provinces = await StartAsync(host, """{"platforms":{"posts":{"malformed":1}}}""");

        await provinces.FileAsync(Filing(1));

        provinces.Faults.Wrong.ShouldHaveSingleItem().ShouldContain("a damaged event was answered 202");
    }

    [Fact]
    public async Task A_wrong_key_comes_first_and_then_the_right_one()
    {
        await using var host = await FakeHost.StartAsync((_, body) => Accept(body));
        await using var provinces = await StartAsync(host, """{"platforms":{"posts":{"wrongKeys":1}}}""");

        (await provinces.FileAsync(Filing(1))).Accepted.ShouldBeTrue();

        host.Requests.ShouldHaveSingleItem(); // The one with the wrong key was not let in.
        provinces.Faults.Played.ShouldHaveSingleItem().ShouldBe(new PlayedFault("platforms", "wrong-key", "SIM-1"));
        provinces.Faults.Wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_lets_a_wrong_key_in_is_found_out()
    {
        await using var host = await FakeHost.StartAsync((_, body) => Accept(body));
        await using var provinces = await StartAsync(host, """{"platforms":{"posts":{"wrongKeys":1}}}""", key: "the-key-1");

        await provinces.FileAsync(Filing(1));

        provinces.Faults.Wrong.ShouldHaveSingleItem().ShouldContain("a wrong key was answered 202");
    }

    [Fact]
    public async Task Held_events_are_overtaken_by_later_ones()
    {
        await using var host = await FakeHost.StartAsync((_, body) => Accept(body));
        await using var provinces = await StartAsync(host, """{"platforms":{"posts":{"reordered":{"rate":0.5,"within":1}}}}""");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(index => provinces.FileAsync(Filing(index))));

        var held = provinces.Faults.Played.Select(played => played.Matter).ToList();
        held.Count.ShouldBeInRange(1, 19);
        var arrived = host.Requests.Select(request => (string)request.Body!["subject"]!).ToList();
        arrived.Order().ShouldBe(Enumerable.Range(0, 20).Select(index => $"SIM-{index}").Order(), "none is lost");
        arrived.ShouldNotBe(Enumerable.Range(0, 20).Select(index => $"SIM-{index}"));
    }

    [Fact]
    public async Task What_happens_to_an_event_is_the_same_in_every_run_whatever_the_host_calls_it()
    {
        const string Faults = """{"platforms":{"posts":{"malformed":0.3,"duplicates":{"rate":0.3,"within":0},"reordered":{"rate":0.3,"within":0.05},"wrongKeys":0.2}}}""";

        var first = await PlayAsync(Faults, seed: 7, order: Enumerable.Range(0, 40));
        var again = await PlayAsync(Faults, seed: 7, order: Enumerable.Range(0, 40).Reverse());
        var other = await PlayAsync(Faults, seed: 8, order: Enumerable.Range(0, 40));

        first.Count.ShouldBeInRange(15, 75);
        again.ShouldBe(first);
        other.ShouldNotBe(first);
    }

    private const string Holder = "990000180101010006";

    private static async Task<IReadOnlyList<string>> PlayAsync(string faults, int seed, IEnumerable<int> order)
    {
        var numbers = new ConcurrentDictionary<string, string>();
        await using var host = await FakeHost.StartAsync((_, body) =>
            IsRight(body) ? Accept(numbers.GetOrAdd((string)body!["subject"]!, _ => Guid.NewGuid().ToString())) : Results.BadRequest());
        await using var provinces = await StartAsync(host, faults, seed);
        await Task.WhenAll(order.Select(index => provinces.FileAsync(Filing(index))));
        return [.. provinces.Faults.Played.Select(played => $"{played}").Order(StringComparer.Ordinal)];
    }

    private static async Task<SimulatedProvinces> StartAsync(FakeHost host, string faults, int seed = 1, string key = FakeHost.Key)
    {
        FaultPlan.TryRead("f.json", faults, out var plan, out var wrong).ShouldBeTrue(string.Join("; ", wrong));
        var provinces = await SimulatedProvinces.StartAsync(new SimulationOptions { Faults = plan!, Seed = seed });
        provinces.Connect(host.Address, key);
        return provinces;
    }

    private static Filing Filing(int index) => new(new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = $"SIM-{index}-1",
        ["source"] = "urn:gov:cn:51:zwfw",
        ["type"] = "gov.crossregion.application.submitted.v1",
        ["subject"] = $"SIM-{index}",
        ["data"] = new JsonObject
        {
            ["applicant"] = new JsonObject { ["identifier"] = new JsonObject { ["kind"] = "resident-id", ["value"] = Holder } },
        },
    });

    private static bool IsRight(JsonNode? body) =>
        body is not null && (string?)body["specversion"] == "1.0" && body["type"] is not null && body["data"]!["surprise"] is null
        && (string?)body["data"]!["applicant"]!["identifier"]!["value"] == Holder;

    private static IResult Accept(JsonNode? body) => Accept($"N-{(string?)body!["subject"]}");

    private static IResult Accept(string number) =>
        Results.Json(new { accepted = new[] { new { id = "x", applicationNumber = number, duplicate = false } } }, statusCode: 202);

    private static async Task UntilAsync(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            limit.IsCancellationRequested.ShouldBeFalse($"waited {Limit} for {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}
