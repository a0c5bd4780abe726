using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>Something the orchestrator has begun and not yet heard of.</summary>
/// <param name="since">When it was begun, by the orchestration's clock.</param>
internal abstract class OpenTask(ActionEvent action, DateTime since)
{
    public ActionEvent Action => action;

    public DateTime Since => since;

    public abstract void Complete(string? result);

    public abstract void Fail(TaskFailureDetails failure);
}
