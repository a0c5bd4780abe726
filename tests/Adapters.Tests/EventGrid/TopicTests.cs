using System.Net;
using System.Text.Json.Nodes;
using CrossRegion.Adapters.EventGrid;
using CrossRegion.Adapters.Tests.Http;
using CrossRegion.Adapters.Webhooks;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Tests.EventGrid;

/// <summary>Microsoft's client against a server that takes what a topic takes.</summary>
public sealed class TopicTests
{
    private const string Key = "dG9waWMta2V5";

    [Fact]
    public async Task An_event_is_published_as_a_batch_of_one_with_the_key()
    {
        await using var topic = await HttpPeer.StartAsync(200);
        await using var services = Compose(topic.Url + "/api/events");

        await Subscribers(services).DeliverAsync("event-grid", Events.Received, default);

        var arrival = topic.Arrivals.ShouldHaveSingleItem();
        arrival.Method.ShouldBe("POST");
        arrival.Target.ShouldBe("/api/events?api-version=2018-01-01");
        arrival.ContentType.ShouldBe("application/cloudevents-batch+json; charset=utf-8");
        arrival.Headers["aeg-sas-key"].ShouldBe(Key);
        var published = arrival.Json.AsArray().ShouldHaveSingleItem()!.AsObject();
        JsonNode.DeepEquals(published, JsonNode.Parse(
            """
            {
              "specversion": "1.0",
              "id": "517K3M9Q2X4VDR8TBN9-0001",
              "source": "urn:gov:cn:51:crossregion",
              "type": "gov.crossregion.application.received.v1",
              "subject": "517K3M9Q2X4VDR8TBN9",
              "time": "2026-03-02T09:15:00+08:00",
              "datacontenttype": "application/json",
              "province": "51",
              "sequence": 1,
              "data": { "notice": { "zh": "您的申请已收到。", "en": "Your application has been received <at> the window." } }
            }
            """)).ShouldBeTrue(arrival.Body);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_transient_refusal_is_tried_again_with_the_same_event(int status)
    {
        await using var topic = await HttpPeer.StartAsync(status, 200);
        await using var services = Compose(topic.Url);

        await Subscribers(services).DeliverAsync("event-grid", Events.Received, default);

        topic.Arrivals.Count.ShouldBe(2);
        topic.Arrivals[0].Body.ShouldBe(topic.Arrivals[1].Body);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    public async Task A_final_refusal_is_told_at_once(int status)
    {
        await using var topic = await HttpPeer.StartAsync(status);
        await using var services = Compose(topic.Url);

        var refusal = await Should.ThrowAsync<HttpRequestException>(
            () => Subscribers(services).DeliverAsync("event-grid", Events.Received, default));

        refusal.StatusCode.ShouldBe((HttpStatusCode)status);
        refusal.Message.ShouldBe($"The Event Grid topic answered {status}.");
        topic.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_topic_that_goes_on_refusing_is_told_after_three_retries()
    {
        await using var topic = await HttpPeer.StartAsync(500);
        await using var services = Compose(topic.Url);

        var refusal = await Should.ThrowAsync<HttpRequestException>(
            () => Subscribers(services).DeliverAsync("event-grid", Events.Received, default));

        refusal.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        topic.Arrivals.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_topic_that_hangs_up_is_an_IOException()
    {
        await using var topic = await HttpPeer.StartAsync((context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using var services = Compose(topic.Url);

        var failure = await Should.ThrowAsync<IOException>(() => Subscribers(services).DeliverAsync("event-grid", Events.Received, default));

        failure.Message.ShouldBe("The Event Grid topic could not be reached.");
        topic.Arrivals.Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_topic_is_one_more_subscriber_beside_the_webhooks_and_wants_everything()
    {
        await using var services = Compose(
            "http://127.0.0.1:1",
            ("CrossRegion:Subscriptions:0:Name", "notices"),
            ("CrossRegion:Subscriptions:0:Endpoint", "http://127.0.0.1:1"),
            ("CrossRegion:Subscriptions:0:Provinces", "51"));

        Subscribers(services).Interested(EventTypes.ApplicationDecided, "51").ShouldBe(["event-grid", "notices"]);
        Subscribers(services).Interested(EventTypes.ApplicationDecided, "50").ShouldBe(["event-grid"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_an_endpoint_there_is_no_topic(string? endpoint)
    {
        await using var services = Compose(endpoint);

        Subscribers(services).Interested(EventTypes.ApplicationDecided, "51").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("topic", Key, "https or http")]
    [InlineData("ftp://127.0.0.1/", Key, "https or http")]
    [InlineData("http://127.0.0.1/", "", "https")]
    public void An_endpoint_that_cannot_be_is_refused_when_the_program_starts(string endpoint, string key, string schemes)
    {
        using var services = Compose(endpoint, ("CrossRegion:EventGrid:TopicKey", key));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate())
            .Message.ShouldContain($"CrossRegion:EventGrid:TopicEndpoint is an absolute {schemes} URL.");
    }

    [Fact]
    public void Without_a_key_the_identity_of_the_app_is_used()
    {
        using var services = Compose("https://topic.example.org/api/events", ("CrossRegion:EventGrid:TopicKey", ""));

        Subscribers(services).Interested(EventTypes.ApplicationDecided, "51").ShouldBe(["event-grid"]);
    }

    private static ISubscribers Subscribers(IServiceProvider services) => services.GetRequiredService<ISubscribers>();

    private static ServiceProvider Compose(string? endpoint, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["CrossRegion:EventGrid:TopicKey"] = Key };
        if (endpoint is not null)
        {
            all["CrossRegion:EventGrid:TopicEndpoint"] = endpoint;
        }

        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return Composition.Of(
            (services, section) => services.AddEventGrid(section).AddWebhooks(section),
            [.. all.Select(setting => (setting.Key, setting.Value))]);
    }
}
