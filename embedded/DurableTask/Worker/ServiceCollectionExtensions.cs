using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Worker;

/// <summary>Adds workers to a service collection.</summary>
public static class ServiceCollectionExtensions
{
    public static IDurableTaskWorkerBuilder AddDurableTaskWorker(this IServiceCollection services, string? name = null) =>
        Add(services, name ?? Options.DefaultName, static _ => { });

    public static IServiceCollection AddDurableTaskWorker(this IServiceCollection services, Action<IDurableTaskWorkerBuilder> configure) =>
        services.AddDurableTaskWorker(Options.DefaultName, configure);

    public static IServiceCollection AddDurableTaskWorker(
        this IServiceCollection services, string name, Action<IDurableTaskWorkerBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        Add(services, name, configure);
        return services;
    }

    private static IDurableTaskWorkerBuilder Add(IServiceCollection services, string name, Action<IDurableTaskWorkerBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = DurableTaskBuilders<IDurableTaskWorkerBuilder>.Of(services).GetOrAdd(
            name, () => new DefaultDurableTaskWorkerBuilder(name, services), out var added);
        configure(builder);
        if (added)
        {
            services.AddOptions<DurableTaskWorkerOptions>(name).Configure<IServiceProvider>(UseRegisteredConverter);
            services.AddSingleton(builder.Build);
        }

        return builder;
    }

    private static void UseRegisteredConverter(DurableTaskWorkerOptions options, IServiceProvider services)
    {
        if (!options.DataConverterExplicitlySet && services.GetService<DataConverter>() is { } converter)
        {
            options.DataConverter = converter;
        }
    }
}
