using System.Security.Cryptography;
using CrossRegion.Orchestrations.Inbox;

namespace CrossRegion.Functions.Composition;

/// <summary>
/// The key of application numbers in the data directory, made once. Another key would give the same application another number, so a
/// file that is damaged is refused, never replaced.
/// </summary>
internal static class NumberKeyFile
{
    private const string Name = "number.key";

    /// <exception cref="SettingsException">The file is not what it should be.</exception>
    public static NumberKey ReadOrCreate(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, Name);
        if (!File.Exists(path))
        {
            KeptFile.Write(path, RandomNumberGenerator.GetBytes(NumberKey.MinimumLength));
        }

        var key = File.ReadAllBytes(path);
        return key.Length == NumberKey.MinimumLength
            ? new NumberKey(key)
            : throw new SettingsException([$"{path} has {key.Length} bytes, not {NumberKey.MinimumLength}: the key of application numbers is damaged"]);
    }
}
