using System.Reflection;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Collects the services of a function app and builds its host. Services may be replaced until <see cref="Build"/>.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly WebApplicationBuilder _builder;
    private readonly Assembly _app;
    private readonly List<string> _faults = [];
    private bool _built;

    internal FunctionsApplicationBuilder(string[]? args, Assembly app)
    {
        _app = app;
        _builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = app.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        Configuration.AddCommandLine(args ?? [], HostSettings.Switches);
        AppFiles.AddTo(Configuration, Configuration["AzureWebJobsScriptRoot"] ?? AppContext.BaseDirectory, _faults);
        Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        FunctionsPipeline.AddDefaults(Services);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_builder).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public ConfigurationManager Configuration => _builder.Configuration;

    public IHostEnvironment Environment => _builder.Environment;

    public ILoggingBuilder Logging => _builder.Logging;

    public IMetricsBuilder Metrics => _builder.Metrics;

    public IServiceCollection Services => _builder.Services;

    internal bool UsesAspNetCore { get; set; }

    /// <summary>Builds the host once. What is wrong with the app is told when the host starts.</summary>
    /// <exception cref="InvalidOperationException">It was built before.</exception>
    public IHost Build()
    {
        if (_built)
        {
            throw new InvalidOperationException("The application has already been built.");
        }

        _built = true;
        HostSettings settings = HostSettings.Read(Configuration, _faults);
        HostJson hostJson = HostJson.Read(Configuration, _faults);
        FunctionCatalogue catalogue = FunctionCatalogue.Read(FindFunctions(), hostJson, Configuration, _faults);
        if (!UsesAspNetCore && catalogue.With<HttpBinding>().Any())
        {
            _faults.Add("The app has HTTP triggers, but does not call builder.ConfigureFunctionsWebApplication().");
        }

        _builder.WebHost.UseUrls(settings.Urls);
        FunctionsPipeline.AddServices(Services, settings, hostJson, catalogue);
        return new FunctionsHost(_builder.Build(), _faults, ownsProcess: _app == Assembly.GetEntryAssembly());
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_builder).ConfigureContainer(factory, configure);

    /// <summary>The app's functions, or those that a test put in their place.</summary>
    private FunctionSource FindFunctions() =>
        Services.Select(service => service.ImplementationInstance).OfType<FunctionSource>().LastOrDefault() ?? FunctionSource.FromApp(_app);
}
