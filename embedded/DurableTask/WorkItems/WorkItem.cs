using CrossRegion.Embedded.DurableTask.History;

namespace CrossRegion.Embedded.DurableTask.WorkItems;

/// <summary>A piece of work that may never end well: a turn of an execution, or one of its activities; named by one number.</summary>
/// <param name="Number">The execution's number (unique in the store), and in the low 24 bits 0 for a turn, else the call's number + 1.</param>
internal readonly record struct WorkItem(long Number)
{
    private const int TaskBits = 24;

    public static WorkItem Turn(long execution) => new(execution << TaskBits);

    public static WorkItem Activity(long execution, TaskScheduled call) => new((execution << TaskBits) | ((call.TaskId + 1L) & ((1 << TaskBits) - 1)));
}
