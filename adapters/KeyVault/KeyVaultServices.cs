using Azure.Identity;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.KeyVault;

/// <summary>Composition of the master key in Azure Key Vault.</summary>
public static class KeyVaultServices
{
    /// <summary>When the settings name a key, <see cref="IKeyWrapper"/> wraps with it, by the app's identity.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The section <c>CrossRegion</c> of the configuration.</param>
    /// <returns>True when they do.</returns>
    public static bool TryAddKeyVault(this IServiceCollection services, IConfigurationSection settings)
    {
        var section = settings.GetSection("Keys");
        if (string.IsNullOrEmpty(section[nameof(KeyVaultOptions.VaultKey)]))
        {
            return false;
        }

        services.AddOptions<KeyVaultOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IKeyWrapper>(provider => new KeyVaultWrapper(
            new Uri(provider.GetRequiredService<IOptions<KeyVaultOptions>>().Value.VaultKey!),
            new DefaultAzureCredential(),
            new KeyVaultClientOptions(),
            provider.GetRequiredService<TimeProvider>()));
        return true;
    }
}
