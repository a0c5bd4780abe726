using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.FunctionsHost.Tests.Durable;

public sealed class CheckStatusTests : IAsyncLifetime
{
    private const string WebHook = "/runtime/webhooks/durabletask";

    private readonly TemporaryDirectory _home = new();
    private HostDriver _host = null!;

    private DurableTaskClient Engine => _host.Services.GetRequiredService<DurableTaskClient>();

    public async Task InitializeAsync() => _host = await HostDriver.StartAsync(_home, typeof(CheckStatusSamples));

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _home.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?sync=1")]
    public async Task A_caller_is_told_addresses_that_work(string query)
    {
        HttpResponseMessage told = await _host.Client.PostAsync($"/api/tell/a b{query}", null);
        told.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        told.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        JsonNode addresses = (await told.Content.ReadFromJsonAsync<JsonNode>())!;
        ((string?)addresses["Id"]).ShouldBe("a b");
        ((string?)addresses["StatusQueryGetUri"]).ShouldBe(told.Headers.Location!.OriginalString);

        HttpResponseMessage running = await _host.Client.GetAsync(told.Headers.Location);
        running.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        running.Headers.Location.ShouldNotBeNull();
        running.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        await PostAsync("SuspendPostUri", HttpStatusCode.Accepted);
        await PostAsync("ResumePostUri", HttpStatusCode.Accepted);
        await PostAsync("SendEventPostUri", HttpStatusCode.Accepted, "\"gone\"");
        await Engine.WaitForInstanceCompletionAsync("a b");
        (await _host.Client.GetAsync(told.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await PostAsync("TerminatePostUri", HttpStatusCode.Gone);
        await PostAsync("RewindPostUri", HttpStatusCode.Gone);
        await PostAsync("RestartPostUri", HttpStatusCode.Accepted);
        (await _host.Client.DeleteAsync((string?)addresses["PurgeHistoryDeleteUri"])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _host.Client.GetAsync(told.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        async Task PostAsync(string name, HttpStatusCode expected, string? body = null)
        {
            string address = ((string)addresses[name]!).Replace("{eventName}", "go", StringComparison.Ordinal).Replace("{text}", "why", StringComparison.Ordinal);
            HttpResponseMessage answer = await _host.Client.PostAsync(address, body is null ? null : new StringContent(body));
            answer.StatusCode.ShouldBe(expected, name);
        }
    }

    [Fact]
    public async Task Without_a_request_the_addresses_are_this_hosts_own()
    {
        JsonNode addresses = (await _host.Client.GetFromJsonAsync<JsonNode>("/api/addresses/x"))!;
        ((string?)addresses["statusQueryGetUri"]).ShouldBe($"{_host.Client.BaseAddress!.ToString().TrimEnd('/')}{WebHook}/instances/x?code={Uri.EscapeDataString(_host.SystemKey("durabletask_extension"))}");
    }

    [Fact]
    public async Task An_orchestration_is_started_over_HTTP_and_waited_for_if_asked_to()
    {
        HttpResponseMessage started = await PostAsync("orchestrators/Wait/one");
        started.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        started.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(10));
        ((string?)(await started.Content.ReadFromJsonAsync<JsonNode>())!["id"]).ShouldBe("one");
        (await _host.Client.GetAsync(started.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync("orchestrators/Wait/one")).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        HttpResponseMessage done = await PostAsync("orchestrators/Echo?timeout=20", "\"hello\"");
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await done.Content.ReadFromJsonAsync<string>()).ShouldBe("hello");
        (await PostAsync("orchestrators/Wait?timeout=0.001")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync("orchestrators/Echo", "{")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _host.Client.PostAsync($"{WebHook}/orchestrators/Echo", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_instance_is_started_again_under_a_new_id_or_its_own()
    {
        await PostAsync("orchestrators/Echo/one?timeout=20", "\"hello\"");
        JsonNode other = (await (await PostAsync("instances/one/restart")).Content.ReadFromJsonAsync<JsonNode>())!;
        ((string?)other["id"]).ShouldNotBe("one");
        (await Engine.WaitForInstanceCompletionAsync((string)other["id"]!, getInputsAndOutputs: true)).ReadOutputAs<string>().ShouldBe("hello");
        HttpResponseMessage same = await PostAsync("instances/one/restart?restartWithNewInstanceId=false&timeout=20");
        (await same.Content.ReadFromJsonAsync<string>()).ShouldBe("hello");
        (await PostAsync("instances/nobody/restart")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await PostAsync("orchestrators/Wait/two");
        (await PostAsync("instances/two/restart?restartWithNewInstanceId=false")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_failure_is_200_or_500_as_asked()
    {
        (await PostAsync("orchestrators/Echo/one?timeout=20", "\"fail\"")).StatusCode.ShouldBe(HttpStatusCode.OK);
        HttpResponseMessage shown = await SendAsync(HttpMethod.Get, "instances/one?returnInternalServerErrorOnFailure=true");
        shown.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        ((string?)(await shown.Content.ReadFromJsonAsync<JsonNode>())!["runtimeStatus"]).ShouldBe("Failed");
        (await SendAsync(HttpMethod.Get, "instances/one")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_workers_own_request_and_response_carry_body_headers_and_cookies()
    {
        HttpRequestMessage request = new(HttpMethod.Put, "/api/repeat") { Content = JsonContent.Create(new[] { "a", "b" }) };
        request.Headers.Add("x-sender", "me");
        HttpResponseMessage answer = await _host.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Headers.GetValues("x-method").ShouldBe(["PUT"]);
        answer.Headers.GetValues("Set-Cookie").Single().ShouldStartWith("seen=me; path=/; samesite=strict");
        (await answer.Content.ReadFromJsonAsync<string[]>()).ShouldBe(["b", "a"]);
    }

    private Task<HttpResponseMessage> PostAsync(string path, string? body = null) => SendAsync(HttpMethod.Post, path, body);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null)
    {
        HttpRequestMessage request = new(method, $"{WebHook}/{path}") { Content = body is null ? null : new StringContent(body) };
        request.Headers.Add("x-functions-key", _host.SystemKey("durabletask_extension"));
        return _host.Client.SendAsync(request);
    }
}
