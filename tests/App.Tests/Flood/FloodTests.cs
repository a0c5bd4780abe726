using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CrossRegion.App.Tests.Hosts;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.App.Tests.Flood;

/// <summary>A sender that does not stop.</summary>
public sealed class FloodTests
{
    private const int Posts = 10_000;
    private const int Connections = 32;

    [Fact]
    public async Task The_same_event_posted_ten_thousand_times_from_32_connections_makes_one_case()
    {
        var sample = SampleFolder.Load(SampleFolder.Default).First(sample => sample.Name.StartsWith("08", StringComparison.Ordinal));
        await using var provinces = await SimulatedProvinces.StartAsync(new SimulationOptions { Provinces = ["51", "50", "44", "45"] });
        using var installation = new Installation();
        await using var host = await installation.StartAsync(Installation.FunctionApp, provinces.HostSettings());
        provinces.Connect(installation.Address, installation.Key);
        using var client = installation.Connect(Connections);
        var answers = new ConcurrentDictionary<string, int>();
        var body = sample.Event.ToJsonString();

        await Parallel.ForAsync(0, Posts, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (_, cancellation) =>
        {
            using var content = new StringContent(body, new MediaTypeHeaderValue("application/cloudevents+json"));
            using var response = await client.PostAsync("/api/events", content, cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            answers.AddOrUpdate(await response.Content.ReadAsStringAsync(cancellation), 1, (_, count) => count + 1);
        });

        // One answer for the first, one for all the others; they differ in one word.
        answers.Values.Order().ShouldBe([1, Posts - 1]);
        var taken = answers.ToDictionary(answer => answer.Value, answer => JsonNode.Parse(answer.Key)!["accepted"]![0]!);
        ((bool)taken[1]["duplicate"]!).ShouldBeFalse();
        ((bool)taken[Posts - 1]["duplicate"]!).ShouldBeTrue();
        var number = (string)taken[1]["applicationNumber"]!;
        ((string)taken[Posts - 1]["applicationNumber"]!).ShouldBe(number);

        // Once more by the simulated platform, which from now on knows what the departments are asked about.
        (await provinces.SubmitAsync(sample)).Number.ShouldBe(number);
        await provinces.Journal.WaitUntilAsync(
            journal => journal.Events.Any(received => received.Type.Contains(".evaluation.invited.", StringComparison.Ordinal)),
            "the invitation to rate", TimeSpan.FromSeconds(60));
        var list = await client.GetFromJsonAsync<ApplicationList>("/api/applications", ReadModelJson.Wire);
        list!.Applications.Single().Number.ShouldBe(number);
        new CaseFile(installation.Data).Cases().ShouldBe([number]);
        var timeline = await client.GetFromJsonAsync<TimelineView>($"/api/applications/{number}/timeline", ReadModelJson.Wire);
        timeline!.Entries.Select(entry => (entry.Step.Code, entry.By)).ShouldBeUnique();
        provinces.Journal.RepeatedEffects().ShouldBeEmpty();
        provinces.Journal.Deliveries.ShouldAllBe(delivery => delivery.Value == 1);
    }
}
