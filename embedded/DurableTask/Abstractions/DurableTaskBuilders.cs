using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask;

/// <summary>Keeps the named builders of one service collection, so that asking twice for a name configures one thing.</summary>
internal sealed class DurableTaskBuilders<TBuilder>
{
    private readonly Dictionary<string, TBuilder> _builders = [];

    public static DurableTaskBuilders<TBuilder> Of(IServiceCollection services)
    {
        if (services.FirstOrDefault(s => s.ServiceType == typeof(DurableTaskBuilders<TBuilder>))?.ImplementationInstance
            is not DurableTaskBuilders<TBuilder> builders)
        {
            builders = new DurableTaskBuilders<TBuilder>();
            services.AddSingleton(builders);
        }

        return builders;
    }

    public TBuilder GetOrAdd(string name, Func<TBuilder> create, out bool added)
    {
        added = !_builders.TryGetValue(name, out var builder);
        return added ? _builders[name] = create() : builder!;
    }
}
