using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Webhooks;

/// <summary>Composition of the webhook subscribers.</summary>
public static class WebhookServices
{
    /// <summary>Adds one subscriber for each subscription in the settings; joins those of other adapters in <see cref="ISubscribers"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The section <c>CrossRegion</c> of the configuration.</param>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddOptions<WebhookOptions>().Bind(settings).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>());
        services.AddHttpClient(WebhookSubscriber.Client)
            .ConfigureHttpClient((provider, client) => client.Timeout = TimeSpan.FromSeconds(Options(provider).WebhookTimeoutSeconds))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });

        var count = settings.GetSection(nameof(WebhookOptions.Subscriptions)).GetChildren().Count();
        for (var i = 0; i < count; i++)
        {
            var place = i;
            services.AddSingleton<ISubscriber>(provider => new WebhookSubscriber(
                Options(provider).Subscriptions[place], provider.GetRequiredService<IHttpClientFactory>()));
        }

        services.TryAddSingleton<ISubscribers, Subscribers>();
        return services;
    }

    private static WebhookOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<WebhookOptions>>().Value;
}
