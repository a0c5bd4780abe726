using CrossRegion.Embedded.DurableTask;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>Hands the orchestrator and activity functions to the engine; an app without any has no worker.</summary>
internal static class DurableFunctions
{
    public static void AddTo(IServiceCollection services, FunctionCatalogue catalogue)
    {
        services.AddDurableTaskClient().UseEmbedded();
        if (!catalogue.Functions.Any(function => function.Trigger is OrchestrationBinding or ActivityBinding))
        {
            return;
        }

        IDurableTaskWorkerBuilder worker = services.AddDurableTaskWorker().UseEmbedded();
        services.AddOptions<EmbeddedDurableTaskOptions>(worker.Name).Configure<DataDirectory, HostSettings>((options, data, settings) =>
        {
            options.DataDirectory = data.PathOf("engine");
            options.MaxWorkItemAttempts = settings.MaxWorkItemAttempts;
        });
        services.AddOptions<DurableTaskRegistry>(worker.Name).Configure<IServiceProvider>((registry, provider) =>
        {
            foreach ((Function function, OrchestrationBinding trigger) in catalogue.With<OrchestrationBinding>())
            {
                FunctionOrchestrator orchestrator = new(function, trigger, provider);
                registry.AddOrchestrator(trigger.Name, () => orchestrator);
            }

            FunctionInvoker invoker = provider.GetRequiredService<FunctionInvoker>();
            Drain drain = provider.GetRequiredService<Drain>();
            foreach ((Function function, ActivityBinding trigger) in catalogue.With<ActivityBinding>())
            {
                FunctionActivity activity = new(function, trigger, invoker, drain);
                registry.AddActivity(trigger.Name, _ => activity);
            }
        });
    }
}
