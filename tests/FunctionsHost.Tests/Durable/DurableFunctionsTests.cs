using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.FunctionsHost.Tests.Durable;

public sealed class DurableFunctionsTests : IAsyncLifetime
{
    private const string Instances = "/runtime/webhooks/durabletask/instances";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryDirectory _home = new();
    private HostDriver _host = null!;

    private DurableTaskClient Engine => _host.Services.GetRequiredService<DurableTaskClient>();

    public async Task InitializeAsync() => _host = await HostDriver.StartAsync(_home, typeof(DurableSamples));

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task An_orchestration_runs_from_an_HTTP_request_over_activities_an_event_and_a_child_to_its_end()
    {
        await StartAsync("one", 2);
        await _host.Probe.WaitForAsync(2);
        (await PostAsync("one/raiseEvent/leave", "\"friends\"")).ShouldBe(HttpStatusCode.Accepted);
        OrchestrationMetadata ended = await Engine.WaitForInstanceCompletionAsync("one", getInputsAndOutputs: true).WaitAsync(Patience);
        ended.ReadOutputAs<string[]>().ShouldBe(["hello one 1", "hello one 2", "bye 7"], $"{ended}");
        (await _host.Probe.WaitForAsync(3)).ShouldBe(["hello one 1 of one in Hello", "hello one 2 of one in Hello", "length 7"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_orchestration_goes_on_after_a_restart_of_the_host()
    {
        await StartAsync("two", 1);
        await _host.Probe.WaitForAsync(1);
        await _host.DisposeAsync();
        _host = await HostDriver.StartAsync(_home, typeof(DurableSamples));
        (await PostAsync("two/raiseEvent/leave", "\"x\"")).ShouldBe(HttpStatusCode.Accepted);
        OrchestrationMetadata ended = await Engine.WaitForInstanceCompletionAsync("two", getInputsAndOutputs: true).WaitAsync(Patience);
        ended.ReadOutputAs<string[]>().ShouldBe(["hello two 1", "bye 1"]);
    }

    [Fact]
    public async Task An_instance_is_shown_while_it_runs_when_it_was_terminated_and_until_it_is_purged()
    {
        await StartAsync("three", 0);
        await Engine.WaitForInstanceStartAsync("three");
        HttpResponseMessage running = await GetAsync("/three");
        running.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        JsonNode shown = (await running.Content.ReadFromJsonAsync<JsonNode>())!;
        ((string?)shown["name"], (string?)shown["instanceId"], (string?)shown["runtimeStatus"]).ShouldBe(("Greet", "three", "Running"));
        shown["input"]!.ToJsonString().ShouldContain("three");
        (await (await GetAsync("/three?showInput=false")).Content.ReadFromJsonAsync<JsonNode>())!["input"].ShouldBeNull();

        (await PostAsync("three/suspend?reason=wait")).ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync("three/resume?reason=go")).ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync("three/terminate?reason=enough")).ShouldBe(HttpStatusCode.Accepted);
        await Engine.WaitForInstanceCompletionAsync("three").WaitAsync(Patience);
        HttpResponseMessage ended = await GetAsync("/three");
        ended.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode end = (await ended.Content.ReadFromJsonAsync<JsonNode>())!;
        ((string?)end["runtimeStatus"], (string?)end["output"]).ShouldBe(("Terminated", "enough"));
        (await PostAsync("three/raiseEvent/leave", "1")).ShouldBe(HttpStatusCode.Gone);

        HttpResponseMessage purged = await SendAsync(HttpMethod.Delete, "/three");
        (await purged.Content.ReadAsStringAsync()).ShouldBe("""{"instancesDeleted":1}""");
        (await GetAsync("/three")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(HttpMethod.Delete, "/three")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_failed_instance_shows_its_reason_and_goes_on_when_it_is_rewound()
    {
        await Engine.ScheduleNewOrchestrationInstanceAsync(nameof(DurableSamples.Brittle), new StartOrchestrationOptions("four"));
        await Engine.WaitForInstanceCompletionAsync("four").WaitAsync(Patience);
        JsonNode failed = (await (await GetAsync("/four")).Content.ReadFromJsonAsync<JsonNode>())!;
        ((string?)failed["runtimeStatus"], (string?)failed["output"]).ShouldBe(
            ("Failed", "Microsoft.DurableTask.TaskFailedException: Task 'Break' (#0) failed with an unhandled exception: broken"));

        _host.Probe.Tell("healed");
        (await PostAsync("four/rewind?reason=healed")).ShouldBe(HttpStatusCode.Accepted);
        OrchestrationMetadata ended = await Engine.WaitForInstanceCompletionAsync("four", getInputsAndOutputs: true).WaitAsync(Patience);
        ended.ReadOutputAs<string>().ShouldBe("whole");
        (await PostAsync("four/rewind")).ShouldBe(HttpStatusCode.Gone);
        (await PostAsync("nobody/rewind")).ShouldBe(HttpStatusCode.NotFound);
        await StartAsync("five", 0);
        await Engine.WaitForInstanceStartAsync("five");
        (await PostAsync("five/rewind")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Instances_are_listed_in_pages_by_status_and_prefix()
    {
        foreach (string id in new[] { "a1", "a2", "a3", "b1" })
        {
            await StartAsync(id, 0);
            await Engine.WaitForInstanceStartAsync(id);
        }

        const string Query = "?instanceIdPrefix=a&top=2&runtimeStatus=Running,Pending";
        HttpResponseMessage first = await GetAsync(Query);
        string next = first.Headers.GetValues("x-ms-continuation-token").Single();
        List<string> ids = [.. Ids(await first.Content.ReadFromJsonAsync<JsonArray>())];
        ids.Count.ShouldBe(2);
        HttpResponseMessage second = await SendAsync(HttpMethod.Get, Query, continuation: next);
        ids.AddRange(Ids(await second.Content.ReadFromJsonAsync<JsonArray>()));
        ids.ShouldBe(["a1", "a2", "a3"], ignoreOrder: true);
        Ids(await (await GetAsync("?runtimeStatus=Failed")).Content.ReadFromJsonAsync<JsonArray>()).ShouldBeEmpty();
        (await GetAsync("?runtimeStatus=Odd")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await GetAsync("?createdTimeFrom=yesterday")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_management_API_refuses_who_shows_no_system_key()
    {
        (await _host.Client.GetAsync(Instances)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _host.Client.GetAsync($"{Instances}/x?code={_host.SystemKey("eventgrid_extension")}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _host.Client.GetAsync($"{Instances}/x?code={_host.MasterKey}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_event_for_nobody_is_404_and_one_that_is_no_JSON_400()
    {
        (await PostAsync("nobody/raiseEvent/leave", "1")).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync("nobody/raiseEvent/leave", "{")).ShouldBe(HttpStatusCode.BadRequest);
    }

    private static IEnumerable<string> Ids(JsonArray? instances) => instances!.Select(instance => (string)instance!["instanceId"]!);

    private async Task StartAsync(string id, int count) =>
        (await _host.Client.PostAsync($"/api/start/{id}?count={count}", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

    private Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    private async Task<HttpStatusCode> PostAsync(string path, string? body = null) => (await SendAsync(HttpMethod.Post, "/" + path, body)).StatusCode;

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string? continuation = null)
    {
        HttpRequestMessage request = new(method, Instances + path) { Content = body is null ? null : new StringContent(body) };
        request.Headers.Add("x-functions-key", _host.SystemKey("durabletask_extension"));
        if (continuation is not null)
        {
            request.Headers.Add("x-ms-continuation-token", continuation);
        }

        return _host.Client.SendAsync(request);
    }
}
