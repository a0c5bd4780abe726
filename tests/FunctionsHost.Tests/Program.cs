using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.FunctionsHost.Tests;
using CrossRegion.FunctionsHost.Tests.Processes;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Logging.ClearProviders();
builder.Services.AddSingleton<Probe>();
builder.Services.AddSingleton(FunctionSource.FromTypes([typeof(ProcessSamples)]));
builder.Build().Run();
