using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Crashes;

/// <summary>An office that decides at once: the event comes before the dispatch is recorded, and the orchestrator must find it.</summary>
internal sealed class Dispatch(DurableTaskClient client, ActivityRuns runs) : TaskActivity<string, string>
{
    public override async Task<string> RunAsync(TaskActivityContext context, string input)
    {
        runs.Count($"dispatch {input}");
        await client.RaiseEventAsync(context.InstanceId, "DECISION", "yes");
        await client.ListInstanceIdsAsync();
        return "sent";
    }
}
