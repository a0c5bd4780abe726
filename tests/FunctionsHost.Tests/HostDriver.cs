using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Queues;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.FunctionsHost.Tests;

/// <summary>A real host in this process, on a free port, with the functions of the given classes.</summary>
internal sealed class HostDriver : IAsyncDisposable
{
    private readonly IHost _host;

    private HostDriver(IHost host, Probe probe, string data)
    {
        (_host, Probe, Data) = (host, probe, data);
        string address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    public Probe Probe { get; }

    public string Data { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>The queues from which the first queue trigger takes its messages; the host's own when there is none.</summary>
    internal IMessageQueues Queues =>
        Services.GetRequiredService<QueueStores>().Of(Services.GetRequiredService<FunctionCatalogue>().With<QueueBinding>().FirstOrDefault().Trigger?.Storage);

    public static FunctionsApplicationBuilder CreateBuilder(TemporaryDirectory home, Type[] functions, params string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(
            ["--port", "0", "--data", home.PathOf("data"), "--script-root", home.Root, .. args]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(FunctionSource.FromTypes(functions));
        builder.Services.AddSingleton<Probe>();
        return builder;
    }

    public static Task<HostDriver> StartAsync(TemporaryDirectory home, params Type[] functions) => StartAsync(CreateBuilder(home, functions), home);

    public static async Task<HostDriver> StartAsync(FunctionsApplicationBuilder builder, TemporaryDirectory home)
    {
        IHost host = builder.Build();
        try
        {
            await host.StartAsync();
            return new HostDriver(host, host.Services.GetRequiredService<Probe>(), home.PathOf("data"));
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>keys.json as it stands.</summary>
    public JsonNode Keys => JsonNode.Parse(File.ReadAllText(Path.Combine(Data, "keys.json")))!;

    public string HostKey => (string)Keys["functionKeys"]![0]!["value"]!;

    public string MasterKey => (string)Keys["masterKey"]!["value"]!;

    public string SystemKey(string name) => (string)Keys["systemKeys"]!.AsArray().Single(key => (string?)key!["name"] == name)!["value"]!;

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }

    public static void WriteHostJson(TemporaryDirectory home, object content) =>
        File.WriteAllText(home.PathOf("host.json"), JsonSerializer.Serialize(content));
}
