using CrossRegion.Functions.Composition;

namespace CrossRegion.Cli.Stamps;

/// <summary>The settings (environment variables) by which stamps on one machine are stamps of their own and know each other.</summary>
internal static class StampSettings
{
    /// <param name="stamp">The stamp.</param>
    /// <param name="all">All of them; the signing keys of each are made if they are not there.</param>
    /// <returns>By name; null: a variable of this process that the stamp is not to have.</returns>
    public static Dictionary<string, string?> Of(LocalStamp stamp, IReadOnlyList<LocalStamp> all)
    {
        var settings = new Dictionary<string, string?>
        {
            ["CrossRegion__Stamp"] = stamp.Provinces[0].Value,
            ["CrossRegion__Provinces"] = string.Join(',', stamp.Provinces),
            ["CrossRegion__Exchange__SigningKey"] = SigningKeyFile.ReadOrCreate(stamp.Folder.Path),
            ["CrossRegion__Store"] = "Sqlite",
        };
        // Queues of its own too, and no province that is its own peer, whatever this process was told for a host by itself.
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsForOneHost))
        {
            settings[name] = null;
        }
        foreach (var peer in all.Where(other => other != stamp))
        {
            SigningKeyFile.ReadOrCreate(peer.Folder.Path);
            foreach (var province in peer.Provinces)
            {
                settings[$"CrossRegion__Peers__{province}__Endpoint"] = peer.Address.ToString();
                settings[$"CrossRegion__Peers__{province}__PublicKeys"] = SigningKeyFile.PublicOf(peer.Folder.Path);
            }
        }
        return settings;

        bool IsForOneHost(string name) =>
            name.StartsWith("AzureWebJobsStorage", StringComparison.Ordinal)
            || stamp.Provinces.Any(province => name.StartsWith($"CrossRegion__Peers__{province}__", StringComparison.Ordinal));
    }
}
