using System.Collections;

namespace CrossRegion.Cli.Stamps;

/// <summary>
/// Subscriptions in the environment of this process, stamp by stamp: a province's systems are told by its own stamp, and those of a province
/// that none serves by each.
/// </summary>
internal static class StampSubscriptions
{
    private const string Prefix = "CrossRegion__Subscriptions__";
    private const string Provinces = "Provinces";

    /// <param name="stamp">Whose.</param>
    /// <param name="all">All stamps.</param>
    /// <param name="environment">The environment, as <see cref="Environment.GetEnvironmentVariables()"/> gives it.</param>
    /// <returns>What differs for this stamp; null: a variable that it is not to have.</returns>
    public static Dictionary<string, string?> Of(LocalStamp stamp, IReadOnlyList<LocalStamp> all, IDictionary environment)
    {
        var others = all.Where(other => other != stamp).SelectMany(other => other.Provinces).Select(province => province.Value).ToHashSet(StringComparer.Ordinal);
        var settings = new Dictionary<string, string?>();
        foreach (var subscription in environment.Keys.Cast<string>()
            .Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .ToLookup(name => name[Prefix.Length..].Split("__")[0]))
        {
            var setting = subscription.FirstOrDefault(name => name.EndsWith("__" + Provinces, StringComparison.OrdinalIgnoreCase));
            if (setting is null)
            {
                continue; // Of all provinces.
            }
            var named = ((string)environment[setting]!).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var kept = named.Where(province => !others.Contains(province)).ToList();
            if (kept.Count > 0 || named.Length == 0)
            {
                settings[setting] = string.Join(',', kept);
                continue;
            }
            foreach (var name in subscription)
            {
                settings[name] = null;
            }
        }
        return settings;
    }
}
