using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.FunctionsHost.Tests.Http;

public sealed class HttpFunctionsTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _home = new();
    private HostDriver _host = null!;

    public async Task InitializeAsync()
    {
        FunctionsApplicationBuilder builder = HostDriver.CreateBuilder(_home, [typeof(HttpSamples)]);
        builder.Services.AddRazorComponents();
        _host = await HostDriver.StartAsync(builder, _home);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task A_function_reads_its_request_and_returns_a_result()
    {
        HttpResponseMessage answer = await _host.Client.PostAsync("/api/Echo", new StringContent("案件"));
        (await answer.Content.ReadAsStringAsync()).ShouldBe("案件");
    }

    [Fact]
    public async Task Route_values_are_bound_by_name_and_an_action_result_is_executed()
    {
        JsonNode answer = (await _host.Client.GetFromJsonAsync<JsonNode>("/api/items/A%201/7"))!;
        answer.ToJsonString().ShouldBe("""{"code":"A 1","count":7,"function":"Item","same":true,"data":"A 1"}""");
    }

    [Theory]
    [InlineData("/api/items/A/x")]
    [InlineData("/api/nothing")]
    [InlineData("/items/A/7")]
    public async Task What_no_route_means_is_not_found(string path) =>
        (await _host.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_method_that_the_function_does_not_answer_is_405() =>
        (await _host.Client.GetAsync("/api/Echo")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);

    [Fact]
    public async Task A_catch_all_route_takes_the_rest_of_the_path() =>
        (await _host.Client.GetStringAsync("/api/assets/css/site.css")).ShouldBe("css/site.css");

    [Fact]
    public async Task A_function_may_write_its_response_itself() =>
        (await _host.Client.GetStringAsync("/api/Own")).ShouldBe("written by the function");

    [Fact]
    public async Task An_unhandled_exception_is_answered_500_without_its_text()
    {
        HttpResponseMessage answer = await _host.Client.GetAsync("/api/Broken");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Razor_component_is_a_result()
    {
        string page = WebUtility.HtmlDecode(await _host.Client.GetStringAsync("/api/Page"));
        page.ShouldBe("<h1>Hello 四川</h1>");
    }

    [Fact]
    public async Task Server_sent_events_arrive_as_they_are_written_and_the_function_learns_that_the_reader_left()
    {
        HttpResponseMessage answer = await _host.Client.GetAsync("/api/Stream", HttpCompletionOption.ResponseHeadersRead);
        using (StreamReader reader = new(await answer.Content.ReadAsStreamAsync()))
        {
            (await reader.ReadLineAsync()).ShouldBe("data: first");
        }

        answer.Dispose();
        (await _host.Probe.WaitForAsync(1)).ShouldBe(["stream ended"]);
    }

    [Fact]
    public async Task A_stop_ends_endless_streams_after_a_short_grace()
    {
        using HttpResponseMessage answer = await _host.Client.GetAsync("/api/Stream", HttpCompletionOption.ResponseHeadersRead);
        await _host.StopAsync();
        (await _host.Probe.WaitForAsync(1)).ShouldBe(["stream ended"]);
    }

    [Fact]
    public async Task A_body_over_100_MB_is_refused_with_413()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/Echo") { Content = new StreamContent(new ZeroStream(101 * 1024 * 1024)) };
        request.Headers.ExpectContinue = true;
        (await _host.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("", "/Echo")]
    [InlineData("gov/v1", "/gov/v1/Echo")]
    public async Task The_route_prefix_comes_from_host_json(string prefix, string path)
    {
        using TemporaryDirectory home = new();
        HostDriver.WriteHostJson(home, new { version = "2.0", extensions = new { http = new { routePrefix = prefix } } });
        await using HostDriver host = await HostDriver.StartAsync(home, typeof(HttpSamples));
        (await host.Client.PostAsync(path, new StringContent("x"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
