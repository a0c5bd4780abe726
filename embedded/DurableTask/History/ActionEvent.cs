namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>Something the orchestrator did; in replay it must do the same again.</summary>
/// <param name="TaskId">Number of the action in the execution, from 0.</param>
internal abstract record ActionEvent(int TaskId) : HistoryEvent
{
    /// <summary>The action in words, for the report of a difference.</summary>
    public abstract string Description { get; }

    /// <summary>Whether a replayed orchestrator that does <paramref name="other"/> does the same.</summary>
    public virtual bool IsSameAs(ActionEvent other) => TaskId == other.TaskId && Description == other.Description;
}
