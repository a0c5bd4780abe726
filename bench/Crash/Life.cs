using System.Globalization;
using CrossRegion.Embedded.DurableTask;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace CrossRegion.Bench.Crash;

/// <summary>
/// One life of the engine, in a process of its own that is going to be killed: takes over what earlier lives have left, and
/// keeps a number of applications in flight. It says on standard output when it is open and when it is under load.
/// </summary>
internal sealed class Life(LifeFiles files, int life, int concurrency)
{
    public const string Open = "open";
    public const string Loaded = "loaded";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Backlog _backlog = Backlog.Load(files.Backlog(life));
    private readonly Ledger _ledger = new(files.Ledger(life));

    /// <summary>Handles applications until it is killed.</summary>
    public Task RunAsync() => RunAsync(async client =>
    {
        var next = _backlog.NextApplication - 1;
        var loading = concurrency;
        var waiting = new Queue<string>(_backlog.Unacknowledged.Concat(_backlog.Unfinished));
        var lanes = Enumerable.Range(0, Math.Max(concurrency, waiting.Count))
            .Select(_ => waiting.TryDequeue(out var left) ? left : Id(Interlocked.Increment(ref next)))
            .ToList();
        await Task.WhenAll(lanes.Select(LaneAsync));

        async Task LaneAsync(string id)
        {
            for (var isFirst = true; ; isFirst = false)
            {
                await StartAsync(client, id);
                if (isFirst && Interlocked.Decrement(ref loading) == 0)
                {
                    Console.WriteLine(Loaded);
                }

                await EndAsync(client, id, CancellationToken.None);
                id = Id(Interlocked.Increment(ref next));
            }
        }
    });

    /// <summary>Starts nothing new, waits for the end of all, and notes how every application stands.</summary>
    public Task FinishAsync() => RunAsync(async client =>
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await Task.WhenAll(_backlog.Unacknowledged.Concat(_backlog.Unfinished).Select(async id =>
            {
                await StartAsync(client, id);
                await EndAsync(client, id, patience.Token);
            }));
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"Not all applications ended within {Patience.TotalSeconds} s.");
        }

        for (var number = 1; number < _backlog.NextApplication; number++)
        {
            var found = await client.GetInstanceAsync(Id(number), getInputsAndOutputs: true);
            Note(LedgerKind.FoundAtLast, Id(number), found);
        }
    });

    private static string Id(int number) => number.ToString("D7", CultureInfo.InvariantCulture);

    private async Task RunAsync(Func<DurableTaskClient, Task> work)
    {
        var offices = new Offices(_ledger, _backlog);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddDurableTaskWorker(worker =>
        {
            worker.AddTasks(new ApplicationTasks(_ledger, offices, life).Register);
            worker.UseEmbedded(Configure);
        });
        builder.Services.AddDurableTaskClient(client => client.UseEmbedded());
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine(Open);
        var client = host.Services.GetRequiredService<DurableTaskClient>();
        offices.Open(client);
        await work(client);
        await host.StopAsync();
    }

    /// <summary>Lives differ, so that checkpoints and instances out of memory are met too.</summary>
    private void Configure(EmbeddedDurableTaskOptions options)
    {
        options.DataDirectory = files.Data;
        options.CheckpointBytes = life % 2 == 0 ? 64 << 10 : options.CheckpointBytes;
        options.LoadedInstances = life % 3 == 0 ? 0 : options.LoadedInstances;
    }

    /// <summary>Asks for the start, if nobody has acknowledged it. That it exists already is an acknowledgement too.</summary>
    private async Task StartAsync(DurableTaskClient client, string id)
    {
        if (_backlog.Unfinished.Contains(id))
        {
            return;
        }

        _ledger.Write(LedgerKind.StartAsked, id);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(ApplicationTasks.Application, id, new StartOrchestrationOptions(id)
            {
                DedupeStatuses = [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Select(status => status.ToString())],
            });
        }
        catch (OrchestrationAlreadyExistsException) when (_backlog.Unacknowledged.Contains(id))
        {
            // An earlier life has asked for it and was killed before it was told.
        }

        _ledger.Write(LedgerKind.StartAcknowledged, id);
    }

    private async Task EndAsync(DurableTaskClient client, string id, CancellationToken cancellation) =>
        Note(LedgerKind.EndTold, id, await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation));

    private void Note(LedgerKind kind, string id, OrchestrationMetadata? found) => _ledger.Write(
        kind,
        id,
        found?.RuntimeStatus.ToString() ?? "missing",
        found?.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? found.ReadOutputAs<List<Heard>>() ?? [] : []);
}
