using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Samples;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Cli.Tests.Simulators;

public sealed class ProvincesTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly string Number = Views.Number.Value;

    private readonly HttpClient _http = new();
    private readonly TaskCompletionSource<JsonNode> _posted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SimulatedProvinces _provinces = null!;

    public async Task InitializeAsync() => _provinces = await SimulatedProvinces.StartAsync();

    public async Task DisposeAsync()
    {
        await _provinces.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public void The_host_is_told_where_every_system_of_every_province_listens()
    {
        var settings = _provinces.HostSettings();

        settings["CrossRegion__SharedData__Endpoint"].ShouldBe(_provinces.Address.ToString());
        var names = settings.Where(setting => setting.Key.EndsWith("__Name", StringComparison.Ordinal)).Select(setting => setting.Value).ToList();
        names.Count.ShouldBe(9);
        names.ShouldBeUnique();
        names.ShouldContain("departments-50");
    }

    [Fact]
    public void A_stamp_is_told_of_its_own_provinces_only()
    {
        var settings = _provinces.HostSettings(["50", "44"]);

        settings["CrossRegion__SharedData__Endpoint"].ShouldBe(_provinces.SharedDataEndpoint.ToString());
        Enumerable.Range(0, 6).Select(index => settings[$"CrossRegion__Subscriptions__{index}__Name"]).ShouldBe(
            ["platform-50", "departments-50", "notices-50", "platform-44", "departments-44", "notices-44"]);
        settings.Keys.ShouldNotContain("CrossRegion__Subscriptions__6__Name");
        Should.Throw<ArgumentException>(() => _provinces.HostSettings(["50", "31"])).Message.ShouldContain("31");
    }

    [Fact]
    public async Task Each_province_posts_to_its_own_stamp()
    {
        var sample = Sample("09-missing-materials");
        await using var sichuan = await HostAcceptingAsync();
        await using var others = await HostAcceptingAsync();
        _provinces.Connect(sichuan.Address, FakeHost.Key, ["51"]);
        _provinces.Connect(others.Address, FakeHost.Key, ["50", "44"]);

        await _provinces.SubmitAsync(sample);
        await DeliverAsync("departments-44", "review.requested", 5, new JsonObject { ["department"] = "transport" });
        await DeliverAsync("departments-51", "review.requested", 6, new JsonObject { ["department"] = "tax-in" });
        await DeliverAsync("platform-51", "evaluation.invited", 9, []);
        await others.RequestsAsync(1, Limit);
        await sichuan.RequestsAsync(3, Limit);

        others.Requests.ShouldHaveSingleItem().Body!["source"]!.ToString().ShouldBe("urn:gov:cn:44:transport");
        sichuan.Requests.Select(request => request.Body!["source"]!.ToString()).ShouldBe(
            ["urn:gov:cn:51:zwfw", "urn:gov:cn:51:tax-in", "urn:gov:cn:51:zwfw"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_province_waits_until_its_stamp_is_there()
    {
        await using var chongqing = await HostAcceptingAsync();
        await using var sichuan = await HostAcceptingAsync();
        _provinces.Connect(chongqing.Address, FakeHost.Key, ["50"]);

        await DeliverAsync("departments-51", "review.requested", 5, new JsonObject { ["department"] = "tax-in" });
        await DeliverAsync("departments-50", "review.requested", 6, new JsonObject { ["department"] = "tax-out" });
        await chongqing.RequestsAsync(1, Limit);
        _provinces.Connect(sichuan.Address, FakeHost.Key, ["51"]);

        await sichuan.RequestsAsync(1, Limit);
        chongqing.Requests.ShouldHaveSingleItem().Body!["source"]!.ToString().ShouldBe("urn:gov:cn:50:tax-out");
        sichuan.Requests.ShouldHaveSingleItem().Body!["source"]!.ToString().ShouldBe("urn:gov:cn:51:tax-in");
        Should.Throw<InvalidOperationException>(() => _provinces.Connect(chongqing.Address, FakeHost.Key, ["51"]));
    }

    [Fact]
    public async Task A_department_decides_once_however_often_it_is_asked()
    {
        await using var host = await HostAcceptingAsync();
        _provinces.Connect(host.Address, FakeHost.Key);

        await DeliverAsync("departments-51", "review.requested", 5, new JsonObject { ["department"] = "tax-in" });
        await DeliverAsync("departments-51", "review.requested", 5, new JsonObject { ["department"] = "tax-in" });
        await _posted.Task.WaitAsync(Limit);

        var decision = host.Requests.ShouldHaveSingleItem().Body!;
        ((string?)decision["type"]).ShouldBe("gov.crossregion.review.decided.v1");
        ((string?)decision["source"]).ShouldBe("urn:gov:cn:51:tax-in");
        ((string?)decision["subject"]).ShouldBe(Number);
        ((string?)decision["data"]!["outcome"]).ShouldBe("approved");
        _provinces.Journal.Deliveries[("departments-51", $"{Number}-0005")].ShouldBe(2);
        _provinces.Journal.RepeatedEffects().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_department_says_what_the_sample_says()
    {
        var sample = Sample("10-refused-by-a-department");
        await using var host = await HostAcceptingAsync();
        _provinces.Connect(host.Address, FakeHost.Key);

        (await _provinces.SubmitAsync(sample)).Number.ShouldBe(Number);
        await DeliverAsync("departments-50", "review.requested", 5, new JsonObject { ["department"] = "real-estate" });
        var decision = await _posted.Task.WaitAsync(Limit);

        ((string?)decision["data"]!["outcome"]).ShouldBe("refused");
        decision["data"]!["reasons"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_host_that_fails_is_told_again_until_it_has_understood()
    {
        var failures = 3;
        await using var host = await FakeHost.StartAsync((_, body) =>
        {
            if (Interlocked.Decrement(ref failures) >= 0)
            {
                return Results.StatusCode(503);
            }
            _posted.TrySetResult(body!);
            return Results.Json(new { accepted = Array.Empty<object>() }, statusCode: 202);
        });
        _provinces.Connect(host.Address, FakeHost.Key);

        await DeliverAsync("departments-51", "review.requested", 5, new JsonObject { ["department"] = "tax-in" });
        await _posted.Task.WaitAsync(Limit);

        host.Requests.Count.ShouldBe(4);
        host.Requests.Select(request => (string?)request.Body!["id"]).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_missing_is_handed_in_and_a_rating_given_when_invited()
    {
        var sample = Sample("09-missing-materials");
        await using var host = await HostAcceptingAsync();
        _provinces.Connect(host.Address, FakeHost.Key);
        await _provinces.SubmitAsync(sample);

        await DeliverAsync("platform-51", "supplement.requested", 3, []);
        await DeliverAsync("platform-51", "evaluation.invited", 9, []);
        await host.RequestsAsync(3, Limit);

        var said = host.Requests.Skip(1).Select(request => request.Body!).ToDictionary(body => (string)body["type"]!);
        said["gov.crossregion.application.supplemented.v1"]["data"]!["materials"]!.AsArray().Count.ShouldBe(2);
        ((int)said["gov.crossregion.evaluation.submitted.v1"]["data"]!["satisfaction"]!).ShouldBe(3);
    }

    [Fact]
    public async Task A_notice_is_read_once_however_often_it_is_delivered()
    {
        var data = new JsonObject { ["notice"] = new JsonObject { ["zh"] = "您的申请已受理。", ["en"] = "Accepted." } };
        await DeliverAsync("notices-44", "application.accepted", 4, data);
        await DeliverAsync("notices-44", "application.accepted", 4, data);

        var notice = _provinces.NoticeGateway.Notices.ShouldHaveSingleItem();
        notice.Zh.ShouldBe("您的申请已受理。");
        notice.Province.ShouldBe("44");
    }

    [Fact]
    public async Task The_same_step_under_two_ids_is_noticed()
    {
        await DeliverAsync("notices-44", "application.accepted", 4, []);
        await DeliverAsync("notices-44", "application.accepted", 5, []);

        _provinces.Journal.RepeatedEffects().ShouldHaveSingleItem().ShouldContain("application.accepted");
    }

    [Fact]
    public async Task A_department_asked_while_applications_are_filed_waits_for_what_is_said_about_them()
    {
        await using var host = await HostAcceptingAsync();
        _provinces.Connect(host.Address, FakeHost.Key);
        using (_provinces.Platforms.BeginFiling())
        {
            await DeliverAsync("departments-50", "review.requested", 5, new JsonObject { ["department"] = "real-estate" });
            await _provinces.SubmitAsync(Sample("10-refused-by-a-department"));
        }

        var decision = await _posted.Task.WaitAsync(Limit);

        ((string?)decision["data"]!["outcome"]).ShouldBe("refused");
    }

    [Fact]
    public async Task What_is_no_event_is_refused() =>
        (await _http.PostAsync(new Uri(_provinces.Address, "/provinces/51/notices"), new StringContent("{"))).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);

    private static Sample Sample(string name) => SampleFolder.LoadFile(Path.Combine(SampleFolder.Default, name + ".json"));

    /// <summary>Takes submissions as the one case of these tests; anything else completes <see cref="_posted"/>.</summary>
    private Task<FakeHost> HostAcceptingAsync() => FakeHost.StartAsync((_, body) =>
    {
        if ((string?)body!["type"] != "gov.crossregion.application.submitted.v1")
        {
            _posted.TrySetResult(body);
        }
        return Results.Json(new { accepted = new[] { new { id = "x", applicationNumber = Number, duplicate = false } } }, statusCode: 202);
    });

    private async Task DeliverAsync(string subscription, string type, int sequence, JsonObject data)
    {
        var endpoint = _provinces.Subscriptions.Single(candidate => candidate.Name == subscription).Endpoint;
        var cloudEvent = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = $"{Number}-{sequence:0000}",
            ["source"] = "urn:gov:cn:51:crossregion",
            ["type"] = $"gov.crossregion.{type}.v1",
            ["subject"] = Number,
            ["sequence"] = sequence,
            ["data"] = data.DeepClone(),
        };
        using var content = new StringContent(cloudEvent.ToJsonString(), Encoding.UTF8, "application/cloudevents+json");
        (await _http.PostAsync(endpoint, content)).EnsureSuccessStatusCode();
    }
}
