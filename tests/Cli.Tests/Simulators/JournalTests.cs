using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Simulators;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Cli.Tests.Simulators;

public sealed class JournalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossregion-journal-");

    private string JournalFile => Path.Combine(_folder.FullName, "provinces.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Provinces_started_again_know_what_they_received()
    {
        await using (var first = await StartAsync())
        {
            await DeliverAsync(first, "A-0001");
        }
        // What a crash cut off in the middle was never acknowledged.
        await File.AppendAllTextAsync(JournalFile, """{"receiver":"notices-51","id":"A-00""");

        await using (var second = await StartAsync())
        {
            second.NoticeGateway.Notices.ShouldHaveSingleItem().Zh.ShouldBe("已收件");
            await DeliverAsync(second, "A-0001");
            await DeliverAsync(second, "A-0002");
        }

        await using var third = await StartAsync();
        third.Journal.Events.Select(received => received.Id).ShouldBe(["A-0001", "A-0002"]);
    }

    [Fact]
    public async Task Provinces_started_again_answer_what_they_were_asked_before()
    {
        await using (var first = await StartAsync())
        {
            // Not connected to a host: the department cannot answer.
            await DeliverAsync(first, "A-0005", "departments-51", "review.requested", new JsonObject { ["department"] = "tax-in" });
        }
        await using var host = await FakeHost.StartAsync((_, _) => Results.StatusCode(202));
        await using var second = await StartAsync();
        second.Connect(host.Address, FakeHost.Key);

        second.TakeUp();

        await host.RequestsAsync(1, TimeSpan.FromSeconds(20));
        ((string?)host.Requests.Single().Body!["id"]).ShouldBe("A-tax-in-decision");
    }

    [Fact]
    public async Task A_wait_that_times_out_tells_what_it_waited_for_and_what_came()
    {
        await using var provinces = await StartAsync();
        await DeliverAsync(provinces, "A-0001");

        var fault = await Should.ThrowAsync<TimeoutException>(() => provinces.Journal.WaitUntilAsync(_ => false, "a certificate", TimeSpan.FromMilliseconds(1)));

        fault.Message.ShouldContain("a certificate");
        fault.Message.ShouldContain("A-0001");
    }

    [Fact]
    public async Task A_wait_ends_when_the_event_comes()
    {
        await using var provinces = await StartAsync();
        var wait = provinces.Journal.WaitUntilAsync(journal => journal.Events.Count == 1, "an event", TimeSpan.FromSeconds(20));
        wait.IsCompleted.ShouldBeFalse();

        await DeliverAsync(provinces, "A-0001");

        await wait;
    }

    private Task<SimulatedProvinces> StartAsync() => SimulatedProvinces.StartAsync(new SimulationOptions { JournalFile = JournalFile });

    private static Task DeliverAsync(SimulatedProvinces provinces, string id) => DeliverAsync(
        provinces, id, "notices-51", "application.received", new JsonObject { ["notice"] = new JsonObject { ["zh"] = "已收件", ["en"] = "Received" } });

    private static async Task DeliverAsync(SimulatedProvinces provinces, string id, string subscription, string type, JsonObject data)
    {
        var cloudEvent = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = id,
            ["type"] = $"gov.crossregion.{type}.v1",
            ["subject"] = "A",
            ["sequence"] = 1,
            ["data"] = data,
        };
        using var http = new HttpClient();
        using var content = new StringContent(cloudEvent.ToJsonString(), Encoding.UTF8, "application/cloudevents+json");
        var endpoint = provinces.Subscriptions.Single(candidate => candidate.Name == subscription).Endpoint;
        (await http.PostAsync(endpoint, content)).EnsureSuccessStatusCode();
    }
}
