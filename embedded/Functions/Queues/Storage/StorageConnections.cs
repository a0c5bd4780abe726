using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.Embedded.Functions.Queues.Storage;

/// <summary>
/// The storage accounts that bindings name, found as the Functions host finds them: <c>Connection = "NAME"</c> is the setting
/// <c>AzureWebJobsNAME</c>, else <c>NAME</c>; without a name it is <c>AzureWebJobsStorage</c>. Its value is a connection string, or it
/// has the parts <c>__queueServiceUri</c> or <c>__accountName</c> and is reached with an identity. A connection that is not set at all
/// is no storage account, and its queues are the host's own.
/// </summary>
internal sealed class StorageConnections(IConfiguration configuration)
{
    private const string Prefix = "AzureWebJobs";

    private readonly Dictionary<string, QueueServiceClient?> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _faults = [];

    /// <summary>Everything that was wrong with the settings of the connections asked for, each setting once.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The same object for the same setting; null when there is none, or when it has a fault.</summary>
    public QueueServiceClient? Find(string? name)
    {
        string[] settings = string.IsNullOrWhiteSpace(name) ? [Prefix + "Storage"] : [Prefix + name, name];
        if (settings.Select(Section).FirstOrDefault(IsSet) is not { } section)
        {
            return null;
        }

        if (!_read.TryGetValue(section.Path, out QueueServiceClient? client))
        {
            _read.Add(section.Path, client = StorageConnection.Read(section, _faults));
        }

        return client;
    }

    private IConfigurationSection Section(string setting) =>
        configuration.GetSection("ConnectionStrings").GetSection(setting) is var section && IsSet(section)
            ? section
            : configuration.GetSection(setting.Replace("__", ":", StringComparison.Ordinal));

    private static bool IsSet(IConfigurationSection section) => !string.IsNullOrWhiteSpace(section.Value) || section.GetChildren().Any();
}
