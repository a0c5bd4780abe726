using CrossRegion.Embedded.DurableTask;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Bench.Permit;

/// <summary>A host with the embedded engine, the workload and its offices; only warnings are logged.</summary>
internal sealed class PermitHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Office _office;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _working;

    private PermitHost(IHost host, Office office)
    {
        _host = host;
        _office = office;
        Client = host.Services.GetRequiredService<DurableTaskClient>();
        _working = office.WorkAsync(Client, _closing.Token);
    }

    public DurableTaskClient Client { get; }

    /// <summary>Decisions the engine refused.</summary>
    public int OfficeFailures => _office.Failed;

    public static async Task<PermitHost> StartAsync(string dataDirectory)
    {
        var office = new Office();
        var converter = new JsonDataConverter(PermitJson.Default.Options);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddDurableTaskWorker(worker =>
        {
            worker.AddTasks(tasks => PermitTasks.Register(tasks, office));
            worker.Configure(options => options.DataConverter = converter);
            worker.UseEmbedded(options => options.DataDirectory = dataDirectory);
        });
        builder.Services.AddDurableTaskClient(client =>
        {
            client.Configure(options => options.DataConverter = converter);
            client.UseEmbedded();
        });
        var host = builder.Build();
        await host.StartAsync();
        return new PermitHost(host, office);
    }

    /// <summary>Handles one application from its start to its result; <c>false</c> if that is not as it must be.</summary>
    public async Task<bool> HandleAsync(string id)
    {
        await Client.ScheduleNewOrchestrationInstanceAsync(
            PermitTasks.Permit, PermitBodies.Application(id), new StartOrchestrationOptions(id));
        var end = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed && PermitBodies.IsRight(id, end.ReadOutputAs<Result>());
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _closing.CancelAsync();
        await _working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _host.Dispose();
        _closing.Dispose();
    }
}
