using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CrossRegion.FunctionsHost.Tests.EventGrid;

public sealed class EventGridWebHookTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _home = new();
    private HostDriver _host = null!;

    public async Task InitializeAsync() => _host = await HostDriver.StartAsync(_home, typeof(EventGridSamples));

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task A_validation_event_is_answered_with_its_code()
    {
        const string Body = """[{"id":"1","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","subject":"","data":{"validationCode":"C0DE"},"eventTime":"2026-01-01T00:00:00Z","dataVersion":"1"}]""";
        HttpResponseMessage answer = await DeliverAsync("Single", Body, "SubscriptionValidation");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.ToJsonString().ShouldBe("""{"validationResponse":"C0DE"}""");
    }

    [Fact]
    public async Task The_handshake_of_CloudEvents_is_answered_with_the_origin()
    {
        using HttpRequestMessage request = new(HttpMethod.Options, Url("Single"));
        request.Headers.Add("WebHook-Request-Origin", "eventgrid.azure.net");
        HttpResponseMessage answer = await _host.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("WebHook-Allowed-Origin").ShouldBe(["eventgrid.azure.net"]);
        answer.Headers.GetValues("WebHook-Allowed-Rate").ShouldBe(["*"]);
    }

    [Fact]
    public async Task A_single_event_runs_the_function_once()
    {
        (await DeliverAsync("Single", Event("1"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        _host.Probe.Told.ShouldBe(["""single 1 {"n":1}"""]);
    }

    [Fact]
    public async Task Each_event_of_a_delivery_runs_the_function_unless_it_takes_batches()
    {
        string delivery = $"[{Event("1")},{Event("2")}]";
        (await DeliverAsync("Single", delivery)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await DeliverAsync("Batch", delivery)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await DeliverAsync("Texts", delivery)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        _host.Probe.Told.ShouldBe(["""single 1 {"n":1}""", """single 2 {"n":1}""", "batch 1,2", "texts 2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Text_is_the_event_as_it_was_sent_and_may_go_on_to_a_queue()
    {
        (await DeliverAsync("Text", Event("7"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await _host.Probe.WaitForAsync(1)).ShouldBe([$"queued {Event("7")}"]);
    }

    [Fact]
    public async Task A_failing_function_is_answered_500_so_that_the_delivery_comes_again() =>
        (await DeliverAsync("Single", $"[{Event("1")},{Event("bad")}]")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);

    [Fact]
    public async Task A_CloudEvent_without_the_notification_header_is_answered_400()
    {
        (await DeliverAsync("Single", Event("1"), kind: null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        _host.Probe.Told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("3")]
    [InlineData("[1]")]
    [InlineData("")]
    public async Task A_body_that_holds_no_events_is_answered_400(string body) =>
        (await DeliverAsync("Single", body)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task An_unknown_function_is_404_and_a_missing_key_401()
    {
        (await DeliverAsync("Nobody", Event("1"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await DeliverAsync("FromQueue", Event("1"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _host.Client.PostAsync("/runtime/webhooks/EventGrid?functionName=Single", new StringContent(Event("1"))))
            .StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Event(string id) =>
        $$$"""{"specversion":"1.0","id":"{{{id}}}","source":"/51","type":"gov.crossregion.test.sent.v1","datacontenttype":"application/json","data":{"n":1}}""";

    private string Url(string function) =>
        $"/runtime/webhooks/EventGrid?functionName={function}&code={_host.SystemKey("eventgrid_extension")}";

    private Task<HttpResponseMessage> DeliverAsync(string function, string body, string? kind = "Notification")
    {
        HttpRequestMessage request = new(HttpMethod.Post, Url(function)) { Content = new StringContent(body, Encoding.UTF8, "application/cloudevents+json") };
        if (kind is not null)
        {
            request.Headers.Add("aeg-event-type", kind);
        }

        return _host.Client.SendAsync(request);
    }
}
