using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Activities;

/// <summary>The context of one run of an activity.</summary>
internal sealed class ActivityContext(string instanceId, TaskScheduled call) : TaskActivityContext
{
    public override TaskName Name => call.Name;

    public override string InstanceId => instanceId;

    public override string Version => call.Version;
}
