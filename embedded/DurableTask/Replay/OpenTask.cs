using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>Something the orchestrator has begun and not yet heard of.</summary>
internal abstract class OpenTask(ActionEvent action)
{
    public ActionEvent Action => action;

    public abstract void Complete(string? result);

    public abstract void Fail(TaskFailureDetails failure);
}
