using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Cli.Hosts;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Functions.Composition;
using CrossRegion.Orchestrations.ReadModel;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Cli.Tests.Simulators;

/// <summary>The whole function app in this process, on a data directory and with the settings that make it talk to simulated provinces.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly IHost _host;
    private readonly HttpClient _http = new();

    private RunningApp(IHost host, string data)
    {
        _host = host;
        Address = new Uri(host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        Key = FunctionKeys.Read(data);
        Client = new HostClient(Address, Key);
    }

    public Uri Address { get; }

    public string Key { get; }

    public HostClient Client { get; }

    /// <param name="data">Its data directory.</param>
    /// <param name="settings">As environment variables.</param>
    /// <param name="time">Its clock.</param>
    public static async Task<RunningApp> StartAsync(string data, IReadOnlyDictionary<string, string> settings, TimeProvider time)
    {
        var builder = FunctionsApplication.CreateBuilder(
        [
            "--port", "0", "--data", data, "--CrossRegion:Retry:FirstSeconds=0.05", "--CrossRegion:Retry:MaxAttempts=9",
            "--AzureFunctionsJobHost:extensions:queues:visibilityTimeout=00:00:00.050",
            .. settings.Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}"),
        ]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(time);
        await builder.Services.AddCrossRegionAsync(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return new RunningApp(host, data);
    }

    /// <summary>Posts an event as it is and gives the application number.</summary>
    public async Task<ApplicationNumber> PostAsync(JsonObject cloudEvent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/api/events"));
        request.Headers.Add("x-functions-key", Key);
        request.Content = new StringContent(cloudEvent.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/cloudevents+json"));
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(202, body);
        return ApplicationNumber.Parse((string)JsonNode.Parse(body)!["accepted"]![0]!["applicationNumber"]!);
    }

    public async Task<ApplicationView> UntilAsync(ApplicationNumber number, string what, Func<ApplicationView, bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var seen = await Client.StatusAsync(number, CancellationToken.None);
            if (condition(seen))
            {
                return seen;
            }

            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited {Patience} for {what} of {number} and saw: stage {seen.Stage.Code}, failure {seen.Failure}");
            }

            await Task.Delay(Look);
        }
    }

    /// <summary>Waits until no orchestration is at work: everybody has been told everything.</summary>
    public async Task UntilIdleAsync()
    {
        var engine = _host.Services.GetRequiredService<DurableTaskClient>();
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var running = new List<string>();
            await foreach (var instance in engine.GetAllInstancesAsync(new OrchestrationQuery { Statuses = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending] }))
            {
                running.Add(instance.InstanceId);
            }

            if (running.Count == 0)
            {
                return;
            }

            limit.IsCancellationRequested.ShouldBeFalse($"waited {Patience} for the end of {string.Join(", ", running)}");
            await Task.Delay(Look);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _http.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }
}
