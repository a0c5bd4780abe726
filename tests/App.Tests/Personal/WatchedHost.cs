using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CrossRegion.Functions.Composition;
using CrossRegion.Orchestrations.ReadModel;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.App.Tests.Personal;

/// <summary>The function app in this process, as it is, with its logs captured at their finest.</summary>
internal sealed class WatchedHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly HttpClient _http;
    private readonly string _eventGridKey;

    private WatchedHost(IHost host, string data)
    {
        _host = host;
        Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        var keys = JsonNode.Parse(File.ReadAllText(Path.Combine(data, "keys.json")))!;
        Key = (string)keys["functionKeys"]![0]!["value"]!;
        _eventGridKey = (string)keys["systemKeys"]!.AsArray().Single(key => (string)key!["name"]! == "eventgrid_extension")!["value"]!;
        _http = new HttpClient { BaseAddress = Address };
        _http.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    public Uri Address { get; }

    public string Key { get; }

    public IServiceProvider Services => _host.Services;

    public static async Task<WatchedHost> StartAsync(string data, IEnumerable<KeyValuePair<string, string>> settings, CapturedLogs logs)
    {
        var builder = FunctionsApplication.CreateBuilder(
        [
            "--port", "0", "--data", data, "--CrossRegion:Retry:FirstSeconds=0.05", "--CrossRegion:Retry:MaxAttempts=3",
            .. settings.Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}"),
        ]);
        builder.ConfigureFunctionsWebApplication();
        await builder.Services.AddCrossRegionAsync(builder.Configuration);
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.Services.PostConfigure<LoggerFilterOptions>(filters =>
        {
            filters.Rules.Clear();
            filters.MinLevel = LogLevel.Trace;
        });
        var host = builder.Build();
        await host.StartAsync();
        return new WatchedHost(host, data);
    }

    public async Task<string> GetAsync(string path)
    {
        using var response = await _http.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {body}");
        return body;
    }

    public async Task<ApplicationView> StatusAsync(string number) =>
        (await _http.GetFromJsonAsync<ApplicationView>($"/api/applications/{number}", ReadModelJson.Wire))!;

    public async Task<JsonNode> PostAsync(string path, JsonNode body)
    {
        using var response = await _http.PostAsJsonAsync(path, body);
        var answer = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {answer}");
        return JsonNode.Parse(answer)!;
    }

    /// <summary>Delivers an event as Event Grid does; the status it is answered with.</summary>
    public async Task<int> DeliverAsync(JsonNode cloudEvent)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/runtime/webhooks/eventgrid?functionName=ReceiveEventGridEvent&code={Uri.EscapeDataString(_eventGridKey)}")
        {
            Content = JsonContent.Create(cloudEvent),
            Headers = { { "aeg-event-type", "Notification" } },
        };
        using var eventGrid = new HttpClient { BaseAddress = Address };
        using var response = await eventGrid.SendAsync(request);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }
}
