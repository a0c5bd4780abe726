namespace CrossRegion.Embedded.DurableTask.WorkItems;

/// <summary>One attempt at a work item.</summary>
/// <param name="Slot">Where it is noted as under way; negative: nowhere.</param>
/// <param name="Attempts">Earlier attempts that ended badly, since the last good one.</param>
/// <param name="IsSetAside">Whether these were the last: it is not to be run any more.</param>
internal readonly record struct WorkItemRun(WorkItem Item, int Slot, int Attempts, bool IsSetAside);
