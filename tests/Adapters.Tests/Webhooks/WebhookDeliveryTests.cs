using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CrossRegion.Adapters.Tests.Http;
using CrossRegion.Adapters.Webhooks;
using CrossRegion.Orchestrations.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Adapters.Tests.Webhooks;

public sealed class WebhookDeliveryTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task An_event_arrives_as_structured_CloudEvent_and_any_2xx_acknowledges_it(int status)
    {
        await using var peer = await HttpPeer.StartAsync(status);
        await using var services = Compose(peer.Url + "/notices?code=1");

        await Subscribers(services).DeliverAsync("gateway", Events.Received, default);

        var arrival = peer.Arrivals.ShouldHaveSingleItem();
        arrival.Method.ShouldBe("POST");
        arrival.Target.ShouldBe("/notices?code=1");
        arrival.ContentType.ShouldBe("application/cloudevents+json; charset=utf-8");
        arrival.Body.ShouldContain("您的申请已收到。");
        JsonNode.DeepEquals(arrival.Json, JsonNode.Parse(
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
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(410)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Any_other_answer_is_a_refusal_that_says_the_status_and_is_not_retried_here(int status)
    {
        await using var peer = await HttpPeer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync("张三");
        });
        await using var services = Compose(peer.Url);

        var refusal = await Should.ThrowAsync<HttpRequestException>(() => Subscribers(services).DeliverAsync("gateway", Events.Received, default));

        refusal.StatusCode.ShouldBe((HttpStatusCode)status);
        refusal.Message.ShouldBe($"The subscriber gateway answered {status}.");
        peer.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_subscriber_that_is_not_there_is_an_HttpRequestException()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var services = Compose($"http://127.0.0.1:{port}");

        await Should.ThrowAsync<HttpRequestException>(() => Subscribers(services).DeliverAsync("gateway", Events.Received, default));
    }

    [Fact]
    public async Task A_subscriber_that_does_not_answer_in_time_is_left_in_doubt()
    {
        await using var peer = await HttpPeer.StartHangingAsync();
        await using var services = Compose(peer.Url, ("CrossRegion:WebhookTimeoutSeconds", "1"));

        var doubt = await Should.ThrowAsync<IOException>(() => Subscribers(services).DeliverAsync("gateway", Events.Received, default));

        doubt.Message.ShouldBe("The subscriber gateway did not acknowledge within 1 s.");
        peer.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_delivery_ends_as_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using var peer = await HttpPeer.StartHangingAsync(cancellation.CancelAsync);
        await using var services = Compose(peer.Url);

        await Should.ThrowAsync<OperationCanceledException>(
            () => Subscribers(services).DeliverAsync("gateway", Events.Received, cancellation.Token));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_an_IOException()
    {
        await using var services = Compose("http://127.0.0.1:1");

        var failure = await Should.ThrowAsync<IOException>(() => Subscribers(services).DeliverAsync("gone", Events.Received, default));

        failure.Message.ShouldBe("No subscriber named gone is configured.");
    }

    private static ISubscribers Subscribers(IServiceProvider services) => services.GetRequiredService<ISubscribers>();

    private static ServiceProvider Compose(string endpoint, params (string Name, string Value)[] settings) => Composition.Of(
        (services, section) => services.AddWebhooks(section),
        [("CrossRegion:Subscriptions:0:Name", "gateway"), ("CrossRegion:Subscriptions:0:Endpoint", endpoint), .. settings]);
}
