using CrossRegion.Embedded.DurableTask.Instances;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>What a checkpoint writes: the instances that changed since the last one, as of one row of the journal.</summary>
/// <param name="Seq">The row.</param>
/// <param name="LastMessageId">The greatest number of a message by then; kept, since the journal that would tell it is cut.</param>
/// <param name="Changed">The instances with copies of their states; <c>null</c>: removed.</param>
/// <param name="Asked">Who waits for it.</param>
internal sealed record Checkpoint(
    long Seq, long LastMessageId, IReadOnlyList<(Instance Instance, InstanceState? State)> Changed, IReadOnlyList<TaskCompletionSource> Asked);
