using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Adapters.Tests.Http;

/// <summary>Services composed as the app composes them, from settings.</summary>
internal static class Composition
{
    public static ServiceProvider Of(
        Action<IServiceCollection, IConfigurationSection> add, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value))
            .Build();
        var services = new ServiceCollection();
        add(services, configuration.GetSection("CrossRegion"));
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
