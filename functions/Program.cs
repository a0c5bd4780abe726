using CrossRegion.Domain.Catalogue;
using CrossRegion.Functions.Composition;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    await builder.Services.AddCrossRegionAsync(builder.Configuration);
    await builder.Build().RunAsync();
    return Environment.ExitCode;
}
catch (CatalogueException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
catch (SettingsException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
