using CrossRegion.Embedded.DurableTask.Instances;

namespace CrossRegion.Embedded.DurableTask.Hosting;

/// <summary>Rewinding.</summary>
internal sealed partial class EmbeddedDurableTaskClient
{
    /// <summary>Returns once it is durable that the instance goes on.</summary>
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">It has not failed, or its data cannot be read.</exception>
    public override async Task RewindInstanceAsync(string instanceId, string reason, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        var engine = Engine;
        var (exists, obstacle) = engine.Post.Directory.Find(instanceId)?.Read(
            static state => (state is not null, state is null ? null : InstanceRewind.Obstacle(state))) ?? default;
        if (!exists)
        {
            throw new ArgumentException($"An orchestration with the instanceId {instanceId} was not found.", nameof(instanceId));
        }

        using var outgoing = engine.Post.Collect();
        if (obstacle is not null || !outgoing.AddRewind(instanceId, reason, parent: null))
        {
            throw new InvalidOperationException($"The orchestration '{instanceId}' cannot be rewound: {obstacle ?? "it is going on already"}.");
        }

        await CommitAsync(engine, outgoing, cancellation);
    }
}
