using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Journal;
using CrossRegion.Embedded.DurableTask.Storage;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Hosting;

/// <summary>Purging: an instance that has ended goes with its history; one that has not stays.</summary>
internal sealed partial class EmbeddedDurableTaskClient
{
    private const int PurgePage = 500;

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var count = await PurgeAsync(Engine, instanceId, options?.Recursive ?? false, cancellation);
        return new PurgeResult(count, isComplete: true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var engine = Engine;
        var begun = engine.Time.GetTimestamp();
        var count = 0;
        string? continuation = null;
        do
        {
            var (rows, next) = await ListAsync(
                new InstanceFilter(
                    PurgePage,
                    ParseToken(continuation),
                    CreatedFrom: filter.CreatedFrom?.UtcDateTime,
                    CreatedTo: filter.CreatedTo?.UtcDateTime,
                    Statuses: filter.Statuses?.ToList() ?? [.. Ended]),
                cancellation);
            foreach (var (_, id, _) in rows)
            {
                if (filter.Timeout is { } timeout && engine.Time.GetElapsedTime(begun) > timeout)
                {
                    return new PurgeResult(count, isComplete: false);
                }

                count += await PurgeAsync(engine, id, options?.Recursive ?? false, cancellation);
            }

            continuation = next;
        }
        while (continuation is not null);
        return new PurgeResult(count, isComplete: true);
    }

    private static async Task<int> PurgeAsync(Engine engine, string instanceId, bool recursive, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var instance = engine.Post.Directory.PinOrCreate(instanceId);
        try
        {
            var children = recursive ? instance.Read(ChildrenOf) : [];
            if (!instance.TryRemove())
            {
                return 0;
            }

            var count = 1;
            await engine.Journal.AppendAsync(new JournalEntry { At = engine.Time.GetUtcNow().UtcDateTime, Purged = instance });
            foreach (var child in children)
            {
                count += await PurgeAsync(engine, child, recursive, cancellation);
            }

            return count;
        }
        finally
        {
            instance.Unpin();
            engine.Post.Directory.Release(instance);
        }
    }

    private static List<string> ChildrenOf(InstanceState? state)
    {
        try
        {
            return state is null
                ? []
                : [.. HistoryCodec.ReadAll(state.History).OfType<SubOrchestrationCreated>().Select(created => created.InstanceId).Distinct()];
        }
        catch (InvalidDataException)
        {
            // A history that nobody can read: what it calls its own is not known.
            return [];
        }
    }
}
