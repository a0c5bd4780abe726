using System.Text.Json;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Durable;
using CrossRegion.Embedded.Functions.EventGrid;
using CrossRegion.Embedded.Functions.Http;
using CrossRegion.Embedded.Functions.Invocations;
using CrossRegion.Embedded.Functions.Keys;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>The parts of the host and how they are put together.</summary>
internal static class FunctionsPipeline
{
    /// <summary>Largest request body in bytes, 100 MB as on Azure.</summary>
    private const long LargestRequest = 100 * 1024 * 1024;

    /// <summary>How long a stop waits for what is at work.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Options that the app may change: added before its services.</summary>
    public static void AddDefaults(IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true);
    }

    /// <summary>Adds the host's services after the app's, whose clock wins. Listeners come after the app's hosted services, so they start later and stop earlier.</summary>
    public static void AddServices(IServiceCollection services, HostSettings settings, HostJson hostJson, FunctionCatalogue catalogue)
    {
        services.AddSingleton(settings).AddSingleton(hostJson).AddSingleton(catalogue);
        services.AddSingleton<DataDirectory>().AddSingleton<Drain>().AddSingleton<KeyRing>();
        services.AddSingleton<QueueStores>().AddSingleton<QueueOutputs>().AddSingleton<FunctionInvoker>().AddSingleton<ScheduleStore>();
        services.AddSingleton<HttpFunctionEndpoint>().AddSingleton<EventGridWebHook>().AddSingleton<DurableManagement>();
        services.AddSingleton<FunctionsDurableTaskClients>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddRouting().AddMvcCore();
        DurableFunctions.AddTo(services, catalogue);
        services.AddHostedService<QueueListeners>();
        services.AddHostedService<TimerListeners>();
    }

    public static void Map(WebApplication app)
    {
        HttpFunctions.Map(app);
        EventGridWebHook.Map(app);
        DurableManagementRoutes.Map(app);
    }
}
