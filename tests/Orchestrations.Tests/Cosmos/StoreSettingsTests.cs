using CrossRegion.Functions.Composition;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Orchestrations.Tests.Cosmos;

/// <summary>How the settings choose the store.</summary>
public sealed class StoreSettingsTests
{
    [Fact]
    public async Task All_faults_of_the_account_are_told_with_those_of_other_settings()
    {
        var refused = await Should.ThrowAsync<SettingsException>(() => ComposeAsync(
            ("Store", "Cosmos"), ("Cosmos:Endpoint", "http://account"), ("Cosmos:TimeoutSeconds", "0"), ("Retry:MaxAttempts", "0")));

        refused.Message.Split(Environment.NewLine).ShouldBe(
        [
            "CrossRegion__Cosmos__Endpoint is an absolute https URL",
            "CrossRegion__Cosmos__TimeoutSeconds is 1 to 300",
            "CrossRegion__Retry__MaxAttempts is '0', not a number from 1 to 100",
        ]);
    }

    [Theory]
    [InlineData("Store", "Postgres", "CrossRegion__Store is 'Postgres', not Sqlite or Cosmos")]
    [InlineData("Cosmos:TimeoutSeconds", "soon", "CrossRegion__Cosmos: Failed to convert configuration value 'soon' at 'CrossRegion:Cosmos:TimeoutSeconds' to type 'System.Double'.")]
    public async Task What_cannot_be_read_is_told(string setting, string value, string fault)
        => (await Should.ThrowAsync<SettingsException>(() => ComposeAsync(("Store", "Cosmos"), ("Cosmos:Endpoint", "https://account"), (setting, value))))
            .Message.ShouldBe(fault);

    [Fact]
    public async Task Without_the_setting_nothing_of_the_account_matters()
    {
        var services = await ComposeAsync(("Cosmos:Endpoint", "nowhere"));

        services.Single(service => service.ServiceType == typeof(IDocumentStore)).Lifetime.ShouldBe(ServiceLifetime.Singleton);
        services.ShouldNotContain(service => service.ServiceType.Namespace == "CrossRegion.Adapters.Cosmos");
    }

    private static async Task<ServiceCollection> ComposeAsync(params (string Setting, string Value)[] settings)
    {
        var services = new ServiceCollection();
        await services.AddCrossRegionAsync(new ConfigurationBuilder()
            .AddCommandLine([.. settings.Select(one => $"--CrossRegion:{one.Setting}={one.Value}")])
            .Build());
        return services;
    }
}
