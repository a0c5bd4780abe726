using CrossRegion.Adapters.KeyFiles;
using CrossRegion.Adapters.KeyVault;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Functions.Composition;

/// <summary>Where the keys of applications are wrapped: by the key vault that the settings name, else by files in the data directory.</summary>
internal static class MasterKeys
{
    public static void AddMasterKeys(this IServiceCollection services, IConfigurationSection section, string dataDirectory)
    {
        if (!services.TryAddKeyVault(section))
        {
            services.AddSingleton<IKeyWrapper>(provider => Open(dataDirectory, provider.GetRequiredService<TimeProvider>()));
        }
    }

    /// <exception cref="SettingsException">Names every key file that is damaged.</exception>
    private static MasterKeyFiles Open(string dataDirectory, TimeProvider time)
    {
        try
        {
            return MasterKeyFiles.Open(dataDirectory, time.GetUtcNow());
        }
        catch (InvalidDataException damaged)
        {
            throw new SettingsException([damaged.Message]);
        }
    }
}
