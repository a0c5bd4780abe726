using Azure.Core;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.Embedded.Functions.Queues.Storage;

/// <summary>One storage account by its setting. What is wrong is told without the value, which holds a key.</summary>
internal static class StorageConnection
{
    public static QueueServiceClient? Read(IConfigurationSection section, ICollection<string> faults)
    {
        string setting = section.Path.Replace(":", "__", StringComparison.Ordinal);
        try
        {
            return string.IsNullOrWhiteSpace(section.Value) ? ByIdentity(setting, section) : ByConnectionString(section.Value);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidOperationException)
        {
            faults.Add($"The setting {setting} is no connection to Storage queues: {fault.Message}");
            return null;
        }
    }

    /// <summary>A request is made four times within some 4 seconds before it has failed; an answer may take 10 seconds.</summary>
    public static QueueClientOptions Options() => new()
    {
        Retry = { MaxRetries = 3, Mode = RetryMode.Exponential, Delay = TimeSpan.FromSeconds(0.5), NetworkTimeout = TimeSpan.FromSeconds(10) },
    };

    private static QueueServiceClient ByConnectionString(string text)
    {
        try
        {
            return new QueueServiceClient(text, Options());
        }
        catch (NullReferenceException)
        {
            throw new FormatException("it names other services and no queue endpoint."); // the client trips over that
        }
    }

    private static QueueServiceClient ByIdentity(string setting, IConfigurationSection section)
    {
        string? uri = section["accountName"] is { } account ? $"https://{account}.queue.core.windows.net" : section["queueServiceUri"];
        return Uri.TryCreate(uri, UriKind.Absolute, out Uri? service)
            ? new QueueServiceClient(service, Credential(setting, section), Options())
            : throw new FormatException($"it is neither a connection string, nor is there an absolute URI in {setting}__queueServiceUri or a name in {setting}__accountName.");
    }

    private static TokenCredential Credential(string setting, IConfigurationSection section)
    {
        string? client = section["clientId"];
        return section["credential"] switch
        {
            null when section["tenantId"] is { } tenant && client is not null && section["clientSecret"] is { } secret =>
                new ClientSecretCredential(tenant, client, secret),
            null => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = client, TenantId = section["tenantId"] }),
            var kind when kind.Equals("managedidentity", StringComparison.OrdinalIgnoreCase) =>
                new ManagedIdentityCredential(client is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(client)),
            var other => throw new FormatException($"{setting}__credential is '{other}'; the embedded host knows 'managedidentity', or none."),
        };
    }
}
