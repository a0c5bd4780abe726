using CrossRegion.Adapters.KeyFiles;
using CrossRegion.Orchestrations.Inbox;

namespace CrossRegion.Functions.Composition;

/// <summary>The key of application numbers in the data directory, made once: another key would give the same application another number.</summary>
internal static class NumberKeyFile
{
    private const string Name = "number.key";

    /// <exception cref="SettingsException">The file is not what it should be.</exception>
    public static NumberKey ReadOrCreate(string dataDirectory)
    {
        try
        {
            return new NumberKey(SecretFile.ReadOrCreate(Path.Combine(dataDirectory, Name), NumberKey.MinimumLength));
        }
        catch (InvalidDataException damaged)
        {
            throw new SettingsException([damaged.Message]);
        }
    }
}
