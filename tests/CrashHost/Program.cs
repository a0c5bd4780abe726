using CrossRegion.Adapters.Sqlite;
using CrossRegion.CrashHost;
using CrossRegion.Embedded.DurableTask;
using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.Functions.Queues.Faults;
using CrossRegion.Functions.Composition;
using CrossRegion.Orchestrations.Effects;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The function app as it is, but it may be told to die at a fault point.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
await builder.Services.AddCrossRegionAsync(builder.Configuration);
if (CrashPlan.Read() is { } plan)
{
    builder.Services.AddSingleton<Action<EffectFaultPoint>>(point => plan.Reached("Effect", point));
    builder.Services.AddSingleton<IEngineFaults>(new EngineCrash(plan));
    builder.Services.AddSingleton<IQueueFaults>(new QueueCrash(plan));
    builder.Services.PostConfigure<SqliteDocumentStoreOptions>(store => store.FaultHook = point => plan.Reached("Store", point));
}

// The smallest that is allowed, so that a few applications are enough for a checkpoint.
builder.Services.PostConfigureAll<EmbeddedDurableTaskOptions>(engine => engine.CheckpointBytes = 64 << 10);
await builder.Build().RunAsync();
return Environment.ExitCode;
