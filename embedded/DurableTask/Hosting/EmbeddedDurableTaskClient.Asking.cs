using System.Collections.Immutable;
using System.Globalization;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Hosting;

/// <summary>Asking and waiting. Only what is durable is told.</summary>
internal sealed partial class EmbeddedDurableTaskClient
{
    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Engine.Post.Directory.Find(instanceId)?.Read(
            state => state is null ? null : Describe(instanceId, state, getInputsAndOutputs)));
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, static state => state.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, static state => state.IsEnded, getInputsAndOutputs, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        filter ??= new OrchestrationQuery();
        return Pageable.Create(async (continuation, pageSize, cancellation) =>
        {
            var page = await ListAsync(
                new InstanceFilter(
                    Math.Max(pageSize ?? filter.PageSize, 1),
                    ParseToken(continuation ?? filter.ContinuationToken),
                    filter.InstanceIdPrefix,
                    filter.CreatedFrom?.UtcDateTime,
                    filter.CreatedTo?.UtcDateTime,
                    Statuses: filter.Statuses?.ToList()),
                cancellation);
            return new Page<OrchestrationMetadata>(
                [.. page.Rows.Select(row => Describe(row.Id, row.State, filter.FetchInputsAndOutputs))], page.Continuation);
        });
    }

    public override async Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        var page = await ListAsync(
            new InstanceFilter(
                Math.Max(pageSize, 1),
                ParseToken(lastInstanceKey),
                UpdatedFrom: completedTimeFrom?.UtcDateTime,
                UpdatedTo: completedTimeTo?.UtcDateTime,
                Statuses: runtimeStatus?.ToList() ?? [.. Ended]),
            cancellation);
        return new Page<string>([.. page.Rows.Select(row => row.Id)], page.Continuation);
    }

    private static ReadOnlySpan<OrchestrationRuntimeStatus> Ended =>
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    private static long ParseToken(string? token) => token switch
    {
        null or "" => 0,
        _ when long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var place) => place,
        _ => throw new ArgumentException($"'{token}' is not a continuation token of this client."),
    };

    private async Task<(IReadOnlyList<(long Place, string Id, InstanceState State)> Rows, string? Continuation)> ListAsync(
        InstanceFilter filter, CancellationToken cancellation)
    {
        var engine = Engine;
        await engine.Journal.Checkpoint().WaitAsync(cancellation);
        var rows = engine.Store.List(filter with { Limit = filter.Limit + 1 });
        foreach (var (_, id, _) in rows.Where(static row => row.State is { Damage: not null, IsEnded: false }))
        {
            // Whoever finds it has it set aside.
            engine.Post.Directory.Find(id);
        }

        return rows.Count <= filter.Limit
            ? (rows, null)
            : ([.. rows.Take(filter.Limit)], rows[filter.Limit - 1].Place.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<InstanceState, bool> isReached, bool getInputsAndOutputs, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var engine = Engine;
        while (true)
        {
            var (metadata, changed) = Look(engine);
            if (metadata is not null)
            {
                return metadata;
            }

            await Task.WhenAny(changed, engine.Broken).WaitAsync(cancellation);
            if (!changed.IsCompleted)
            {
                await engine.Broken;
            }
        }

        // Pinned: an instance forgotten between the two looks would change where nobody sees it.
        (OrchestrationMetadata? Metadata, Task Changed) Look(Engine engine)
        {
            if (!engine.Post.Directory.TryPin(instanceId, out var instance))
            {
                throw Missing();
            }

            try
            {
                return instance.Read(static state => state) is null ? throw Missing() : instance.ReadOrWait(
                    state => state is not null && isReached(state) ? Describe(instanceId, state, getInputsAndOutputs) : null);
            }
            finally
            {
                instance.Unpin();
            }
        }

        InvalidOperationException Missing() => new($"Orchestration with instanceId '{instanceId}' does not exist");
    }

    private OrchestrationMetadata Describe(string instanceId, InstanceState state, bool withPayloads) => new(state.Start.Name, instanceId)
    {
        RuntimeStatus = state.Status,
        CreatedAt = state.CreatedAt,
        LastUpdatedAt = state.UpdatedAt,
        Tags = state.Start.Tags ?? ImmutableDictionary<string, string>.Empty,
        FailureDetails = withPayloads ? state.Failure : null,
        DataConverter = withPayloads ? _options.DataConverter : null,
        SerializedInput = withPayloads ? state.Start.Input : null,
        SerializedOutput = withPayloads ? state.Output : null,
        SerializedCustomStatus = withPayloads ? state.CustomStatus : null,
    };
}
