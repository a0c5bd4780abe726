using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Client;

/// <summary>Builds the client's target type from the services.</summary>
public class DefaultDurableTaskClientBuilder(string? name, IServiceCollection services) : IDurableTaskClientBuilder
{
    private Type? _buildTarget;

    public string Name { get; } = name ?? Options.DefaultName;

    public IServiceCollection Services { get; } = services;

    public Type? BuildTarget
    {
        get => _buildTarget;
        set
        {
            value?.RequireConcrete<DurableTaskClient>();
            _buildTarget = value;
        }
    }

    public DurableTaskClient Build(IServiceProvider serviceProvider) => _buildTarget is null
        ? throw new InvalidOperationException($"The client '{Name}' has no target: call UseEmbedded or UseBuildTarget.")
        : (DurableTaskClient)ActivatorUtilities.CreateInstance(serviceProvider, _buildTarget, Name);
}
