using Microsoft.DurableTask.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Worker;

/// <summary>Builds the worker's target type from the services and the registered tasks.</summary>
public class DefaultDurableTaskWorkerBuilder : IDurableTaskWorkerBuilder
{
    private Type? _buildTarget;

    public DefaultDurableTaskWorkerBuilder(string? name, IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        Name = name ?? Options.DefaultName;
        Services = services;
    }

    public string Name { get; }

    public IServiceCollection Services { get; }

    public Type? BuildTarget
    {
        get => _buildTarget;
        set
        {
            value?.RequireConcrete<DurableTaskWorker>();
            _buildTarget = value;
        }
    }

    public IHostedService Build(IServiceProvider serviceProvider)
    {
        if (_buildTarget is null)
        {
            throw new InvalidOperationException($"The worker '{Name}' has no target: call UseEmbedded or UseBuildTarget.");
        }

        var registry = serviceProvider.GetRequiredService<IOptionsMonitor<DurableTaskRegistry>>().Get(Name);
        return (IHostedService)ActivatorUtilities.CreateInstance(serviceProvider, _buildTarget, Name, new DurableTaskFactory(registry));
    }
}
