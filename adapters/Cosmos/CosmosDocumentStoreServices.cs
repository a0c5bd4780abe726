using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>Composition of the document store in Azure Cosmos DB.</summary>
public static class CosmosDocumentStoreServices
{
    /// <summary>Makes <see cref="IDocumentStore"/> the account of these options, and lets this process take part in projecting its lists.</summary>
    public static IServiceCollection AddCosmosDocumentStore(this IServiceCollection services, CosmosOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(provider => new CosmosAccount(options, provider.GetRequiredService<ILogger<CosmosDocumentStore>>()));
        services.AddSingleton<IDocumentStore>(provider => new CosmosDocumentStore(provider.GetRequiredService<CosmosAccount>()));
        return services.AddHostedService<ListProjectionService>();
    }
}
