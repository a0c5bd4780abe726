using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>Composition of the embedded document store.</summary>
public static class SqliteDocumentStoreServices
{
    /// <summary>Makes <see cref="IDocumentStore"/> the SQLite file of <see cref="SqliteDocumentStoreOptions.DataDirectory"/>.</summary>
    public static IServiceCollection AddSqliteDocumentStore(
        this IServiceCollection services, Action<SqliteDocumentStoreOptions> configure)
    {
        services.AddOptions<SqliteDocumentStoreOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IDocumentStore>(provider => SqliteDocumentStore.Open(
            provider.GetRequiredService<IOptions<SqliteDocumentStoreOptions>>().Value,
            provider.GetRequiredService<ILogger<SqliteDocumentStore>>()));
    }
}
