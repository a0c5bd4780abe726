using CrossRegion.Functions.Composition;
using Microsoft.Azure.Functions.Worker.Builder;

namespace CrossRegion.Orchestrations.Tests.Composition;

public class SettingsTests
{
    [Fact]
    public async Task Cases_in_Cosmos_need_a_master_key_that_outlives_the_instance()
    {
        var builder = FunctionsApplication.CreateBuilder(["--CrossRegion:Store=Cosmos", "--WEBSITE_INSTANCE_ID=0a1b"]);

        var refused = await Should.ThrowAsync<SettingsException>(() => builder.Services.AddCrossRegionAsync(builder.Configuration));

        refused.Message.ShouldContain("CrossRegion__Store is 'Cosmos', which on Azure needs CrossRegion__Keys__VaultKey");
    }
}
