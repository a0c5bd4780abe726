using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Tracing;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Hosting;

/// <summary>Starting, and starting again.</summary>
internal sealed partial class EmbeddedDurableTaskClient
{
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var start = new ExecutionStarted(
            orchestratorName,
            options?.Version is { } version ? version.Version : _options.DefaultVersion,
            _options.DataConverter.Serialize(input),
            Parent: null,
            options?.Tags is { Count: > 0 } tags ? new Dictionary<string, string>(tags) : null,
            options?.StartAt?.UtcDateTime);
        return StartAsync(options?.InstanceId ?? Guid.NewGuid().ToString("N"), start, DedupePolicy.Of(options?.DedupeStatuses), cancellation);
    }

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var (start, isEnded) = Engine.Post.Directory.Find(instanceId)?.Read(static state => (state?.Start, state?.IsEnded ?? false)) ?? default;
        if (start is null)
        {
            throw new ArgumentException($"An orchestration with the instanceId {instanceId} was not found.", nameof(instanceId));
        }

        if (!isEnded && !restartWithNewInstanceId)
        {
            throw new InvalidOperationException($"The orchestration '{instanceId}' has not ended; only under a new id can it be started again.");
        }

        var id = restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : instanceId;
        return await StartAsync(id, start with { Parent = null, StartAt = null, Trace = null }, DedupePolicy.Default, cancellation);
    }

    private async Task<string> StartAsync(string instanceId, ExecutionStarted start, DedupePolicy dedupe, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var engine = Engine;
        using var span = Spans.StartCreation(instanceId, start);
        if (Spans.LinkOf(span) is { } link)
        {
            start = start with { Trace = link };
        }

        while (true)
        {
            using (var outgoing = engine.Post.Collect())
            {
                if (outgoing.AddStart(instanceId, start, dedupe.Replaces, out var existing))
                {
                    await CommitAsync(engine, outgoing, cancellation);
                    return instanceId;
                }

                if (!dedupe.Replaces(existing))
                {
                    throw new OrchestrationAlreadyExistsException(
                        $"An orchestration with the ID '{instanceId}' already exists. It's in the {existing} state.");
                }
            }

            await TerminateInstanceAsync(instanceId, "Replaced by a new start of the same ID.", cancellation);
            await WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: false, cancellation);
        }
    }
}
