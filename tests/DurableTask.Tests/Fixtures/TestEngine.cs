using CrossRegion.Embedded.DurableTask;
using CrossRegion.Embedded.DurableTask.Faults;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>A host with a worker and a client on one data directory.</summary>
internal sealed class TestEngine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IHost _host;
    private readonly TestDirectory? _owned;

    private TestEngine(IHost host, TestDirectory? owned)
    {
        _host = host;
        _owned = owned;
        Client = host.Services.GetRequiredService<DurableTaskClient>();
    }

    public DurableTaskClient Client { get; }

    public IServiceProvider Services => _host.Services;

    /// <param name="directory">The data directory; without one the engine has its own, removed with it.</param>
    public static async Task<TestEngine> StartAsync(
        Action<DurableTaskRegistry> tasks,
        TestDirectory? directory = null,
        TimeProvider? time = null,
        IEngineFaults? faults = null,
        Action<EmbeddedDurableTaskOptions>? options = null,
        Action<DurableTaskWorkerOptions>? worker = null,
        Action<IServiceCollection>? services = null,
        Action<IDurableTaskWorkerBuilder>? builder = null,
        Action<IDurableTaskClientBuilder>? client = null)
    {
        var owned = directory is null ? new TestDirectory() : null;
        var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        host.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information));
        host.Services.AddSingleton(time ?? TimeProvider.System);
        if (faults is not null)
        {
            host.Services.AddSingleton(faults);
        }

        services?.Invoke(host.Services);
        host.Services.AddDurableTaskWorker(b =>
        {
            b.AddTasks(tasks);
            b.Configure(o => worker?.Invoke(o));
            builder?.Invoke(b);
            b.UseEmbedded(o =>
            {
                o.DataDirectory = (directory ?? owned!).Path;
                options?.Invoke(o);
            });
        });
        host.Services.AddDurableTaskClient(b =>
        {
            b.UseEmbedded();
            client?.Invoke(b);
        });
        host.Services.Configure<HostOptions>(o => o.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        var built = host.Build();
        try
        {
            await built.StartAsync();
        }
        catch
        {
            built.Dispose();
            owned?.Dispose();
            throw;
        }

        return new TestEngine(built, owned);
    }

    /// <summary>The instance once it has ended.</summary>
    public Task<OrchestrationMetadata> EndOfAsync(string instanceId) =>
        WithPatienceAsync(instanceId, "the end", patience => Client.WaitForInstanceCompletionAsync(instanceId, true, patience));

    /// <summary>The instance once it is no longer pending.</summary>
    public Task<OrchestrationMetadata> StartOfAsync(string instanceId) =>
        WithPatienceAsync(instanceId, "the start", patience => Client.WaitForInstanceStartAsync(instanceId, true, patience));

    /// <summary>The instance once it is as wished; looked at again after every pass of the journal.</summary>
    public Task<OrchestrationMetadata> WaitAsync(string instanceId, string what, Func<OrchestrationMetadata, bool> isReached) =>
        WithPatienceAsync(instanceId, what, async patience =>
        {
            while (true)
            {
                if (await Client.GetInstanceAsync(instanceId, true, patience) is { } metadata && isReached(metadata))
                {
                    return metadata;
                }

                await Client.ListInstanceIdsAsync(cancellation: patience);
            }
        });

    /// <summary>Waits and, if in vain, says for what and what it saw.</summary>
    private async Task<OrchestrationMetadata> WithPatienceAsync(
        string instanceId, string what, Func<CancellationToken, Task<OrchestrationMetadata>> wait)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await wait(patience.Token);
        }
        catch (OperationCanceledException)
        {
            var seen = await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true);
            throw new TimeoutException($"Waited {Patience.TotalSeconds} s for {what} of '{instanceId}' and saw: {seen?.ToString() ?? "nothing"}.");
        }
    }

    /// <summary>Runs an orchestration to its end.</summary>
    public async Task<OrchestrationMetadata> RunAsync(TaskName name, object? input = null) =>
        await EndOfAsync(await Client.ScheduleNewOrchestrationInstanceAsync(name, input));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _owned?.Dispose();
    }
}
