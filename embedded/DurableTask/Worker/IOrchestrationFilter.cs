namespace Microsoft.DurableTask.Worker;

/// <summary>Decides at every turn whether this worker runs an orchestration; one that it does not is left as it is.</summary>
[Obsolete("Experimental")]
public interface IOrchestrationFilter
{
    ValueTask<bool> IsOrchestrationValidAsync(OrchestrationFilterParameters info, CancellationToken cancellationToken = default);
}
