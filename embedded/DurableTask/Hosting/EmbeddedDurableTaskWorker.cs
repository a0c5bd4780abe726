using CrossRegion.Embedded.DurableTask.Admission;
using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.DurableTask.Replay;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossRegion.Embedded.DurableTask.Hosting;

/// <summary>
/// Runs the engine for the life of the host: open before any hosted service starts, so that all may call the client; closed
/// after all have stopped and the activities under way have ended. A broken engine stops the host.
/// </summary>
internal sealed class EmbeddedDurableTaskWorker : DurableTaskWorker, IHostedLifecycleService
{
    private readonly EngineHolder _holder;
    private readonly Func<Engine> _open;

    public EmbeddedDurableTaskWorker(
        string name,
        IDurableTaskFactory factory,
        IServiceProvider services,
        IOptionsMonitor<DurableTaskWorkerOptions> workerOptions,
        IOptionsMonitor<EmbeddedDurableTaskOptions> options,
        IOptionsMonitor<DurableTaskWorkerWorkItemFilters> filters,
        ILoggerFactory loggerFactory)
        : base(name, factory)
    {
        _holder = services.GetRequiredKeyedService<EngineHolder>(name);
        ExceptionPropertiesProvider = services.GetService<IExceptionPropertiesProvider>();
#pragma warning disable CS0618 // Experimental in the official SDK, and part of it.
        var rules = new WorkRules(workerOptions.Get(name), filters.Get(name), services.GetService<IOrchestrationFilter>());
#pragma warning restore CS0618
        var orchestrations = new OrchestrationServices(
            (IVersionedTaskFactory)factory, workerOptions.Get(name), services, loggerFactory, ExceptionPropertiesProvider, rules);
        _open = () => Engine.Open(
            options.Get(name),
            orchestrations,
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetService<IEngineFaults>() ?? new NoFaults());
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _holder.Engine = _open();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _ = _holder.Running?.CloseActivities();
        return Task.CompletedTask;
    }

    /// <summary>Activities under way may end, and use the client, until the host's shutdown time-out; the rest runs again at the next start.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (_holder.Running is { } running)
        {
            await running.CloseActivities().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_holder.Release() is { } engine)
        {
            await engine.DisposeAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var engine = _holder.Engine;
        engine.Run();
        await engine.Broken.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (engine.Broken.IsFaulted)
        {
            await engine.Broken;
        }
    }
}
