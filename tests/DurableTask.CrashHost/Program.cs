using System.Globalization;
using CrossRegion.DurableTask.CrashHost;
using CrossRegion.Embedded.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// One life of an engine: DIRECTORY LIFE NAME... starts an instance of each orchestrator (its name is its id) unless there
// is one, and ends well once all have ended; or dies of one of them.
var (directory, life, names) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), args[2..]);
var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDurableTaskWorker(worker => worker
    .AddTasks(tasks => DeadlyTasks.Register(tasks, life, Path.Combine(directory, "runs")))
    .UseEmbedded(options => options.DataDirectory = directory));
builder.Services.AddDurableTaskClient(client => client.UseEmbedded());
using var host = builder.Build();
await host.StartAsync();
var engine = host.Services.GetRequiredService<DurableTaskClient>();
foreach (var name in names)
{
    if (await engine.GetInstanceAsync(name) is null)
    {
        await engine.ScheduleNewOrchestrationInstanceAsync(name, new Microsoft.DurableTask.StartOrchestrationOptions(name));
    }
}

await Task.WhenAll(names.Select(name => engine.WaitForInstanceCompletionAsync(name)));
await host.StopAsync();
