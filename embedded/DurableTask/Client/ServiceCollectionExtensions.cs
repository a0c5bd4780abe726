using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Client;

/// <summary>Adds clients to a service collection.</summary>
public static class ServiceCollectionExtensions
{
    public static IDurableTaskClientBuilder AddDurableTaskClient(this IServiceCollection services, string? name = null) =>
        Add(services, name ?? Options.DefaultName, static _ => { });

    public static IServiceCollection AddDurableTaskClient(this IServiceCollection services, Action<IDurableTaskClientBuilder> configure) =>
        services.AddDurableTaskClient(Options.DefaultName, configure);

    public static IServiceCollection AddDurableTaskClient(
        this IServiceCollection services, string name, Action<IDurableTaskClientBuilder> configure)
    {
        Add(services, name, configure);
        return services;
    }

    private static IDurableTaskClientBuilder Add(IServiceCollection services, string name, Action<IDurableTaskClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IDurableTaskClientProvider, DefaultDurableTaskClientProvider>();
        var builder = DurableTaskBuilders<IDurableTaskClientBuilder>.Of(services).GetOrAdd(
            name, () => new DefaultDurableTaskClientBuilder(name, services), out var added);
        configure(builder);
        if (added)
        {
            services.AddOptions<DurableTaskClientOptions>(name).Configure<IServiceProvider>(UseRegisteredConverter);
            services.AddSingleton(provider => new DurableTaskClientContainer(builder.Build(provider)));
            if (name == Options.DefaultName)
            {
                builder.RegisterDirectly();
            }
        }

        return builder;
    }

    private static void UseRegisteredConverter(DurableTaskClientOptions options, IServiceProvider services)
    {
        if (!options.DataConverterExplicitlySet && services.GetService<DataConverter>() is { } converter)
        {
            options.DataConverter = converter;
        }
    }
}
