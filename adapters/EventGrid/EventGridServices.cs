using Azure;
using Azure.Identity;
using Azure.Messaging.EventGrid;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.EventGrid;

/// <summary>Composition of the Event Grid topic.</summary>
public static class EventGridServices
{
    /// <summary>
    /// When the settings name a topic, adds it as one more subscriber, <c>event-grid</c>; joins those of other adapters in
    /// <see cref="ISubscribers"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The section <c>CrossRegion</c> of the configuration.</param>
    public static IServiceCollection AddEventGrid(this IServiceCollection services, IConfigurationSection settings)
    {
        services.TryAddSingleton<ISubscribers, Subscribers>();
        var section = settings.GetSection("EventGrid");
        if (string.IsNullOrEmpty(section[nameof(EventGridOptions.TopicEndpoint)]))
        {
            return services;
        }

        services.AddOptions<EventGridOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<ISubscriber>(provider => new TopicSubscriber(
            Connect(provider.GetRequiredService<IOptions<EventGridOptions>>().Value)));
    }

    private static EventGridPublisherClient Connect(EventGridOptions options)
    {
        var endpoint = new Uri(options.TopicEndpoint!);
        var client = new EventGridPublisherClientOptions { Retry = { NetworkTimeout = TimeSpan.FromSeconds(30) } };
        return string.IsNullOrEmpty(options.TopicKey)
            ? new EventGridPublisherClient(endpoint, new DefaultAzureCredential(), client)
            : new EventGridPublisherClient(endpoint, new AzureKeyCredential(options.TopicKey), client);
    }
}
