using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.SharedData;

/// <summary>Composition of the shared data provider over HTTP.</summary>
public static class SharedDataServices
{
    /// <summary>Answers larger than this are refused, in bytes: one data item is a few fields.</summary>
    private const long MaxAnswerBytes = 1 << 20;

    /// <summary>Makes <see cref="ISharedDataProvider"/> the gateway of the settings.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The section <c>CrossRegion</c> of the configuration.</param>
    public static IServiceCollection AddSharedData(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddOptions<SharedDataOptions>().Bind(settings.GetSection("SharedData")).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(SharedDataGateway.Client)
            .ConfigureHttpClient((provider, client) =>
            {
                client.Timeout = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<SharedDataOptions>>().Value.TimeoutSeconds);
                client.MaxResponseContentBufferSize = MaxAnswerBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services.AddSingleton<ISharedDataProvider, SharedDataGateway>();
    }
}
