using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>
/// host.json and local.settings.json as the lowest layers of the configuration: host.json under
/// <c>AzureFunctionsJobHost:</c>, so that an app setting such as <c>AzureFunctionsJobHost__extensions__queues__batchSize</c>
/// overrides it as on Azure; the <c>Values</c> of local.settings.json as settings, which environment variables override.
/// </summary>
internal static class AppFiles
{
    public const string HostJsonSection = "AzureFunctionsJobHost";

    public static void AddTo(ConfigurationManager configuration, string directory, ICollection<string> faults)
    {
        Dictionary<string, string?> values = [];
        foreach ((string key, string? value) in Read(Path.Combine(directory, "host.json"), faults))
        {
            values[$"{HostJsonSection}:{key}"] = value;
        }

        IReadOnlyList<KeyValuePair<string, string?>> local = Read(Path.Combine(directory, "local.settings.json"), faults);
        if (local.Any(pair => Is(pair.Key, "IsEncrypted") && bool.TryParse(pair.Value, out bool encrypted) && encrypted))
        {
            faults.Add("local.settings.json is encrypted (IsEncrypted is true): decrypt it, the embedded host reads plain values only.");
        }

        const string Prefix = "Values:";
        foreach ((string key, string? value) in local.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            values[key[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal)] = value;
        }

        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = values });
    }

    private static bool Is(string key, string expected) => key.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<KeyValuePair<string, string?>> Read(string path, ICollection<string> faults)
    {
        try
        {
            return [.. new ConfigurationBuilder().AddJsonFile(path, optional: true).Build().AsEnumerable().Where(pair => pair.Value is not null)];
        }
        catch (InvalidDataException fault)
        {
            faults.Add($"{path} is not readable JSON: {fault.InnerException?.Message ?? fault.Message}");
            return [];
        }
    }
}
