using CrossRegion.Embedded.DurableTask.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrossRegion.Embedded.DurableTask;

/// <summary>Lets workers and clients use the embedded engine. A client uses the engine of the worker of the same name.</summary>
public static class EmbeddedDurableTaskExtensions
{
    public static IDurableTaskWorkerBuilder UseEmbedded(
        this IDurableTaskWorkerBuilder builder, Action<EmbeddedDurableTaskOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseBuildTarget(typeof(EmbeddedDurableTaskWorker));
        builder.Services.TryAddKeyedSingleton<EngineHolder>(builder.Name);
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<EmbeddedDurableTaskOptions>, EmbeddedDurableTaskOptionsCheck>());
        builder.Services.AddOptions<EmbeddedDurableTaskOptions>(builder.Name).Configure(options => configure?.Invoke(options)).ValidateOnStart();
        return builder;
    }

    public static IDurableTaskClientBuilder UseEmbedded(this IDurableTaskClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddKeyedSingleton<EngineHolder>(builder.Name);
        return builder.UseBuildTarget(typeof(EmbeddedDurableTaskClient));
    }
}
