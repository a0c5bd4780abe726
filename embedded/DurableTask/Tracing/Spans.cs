using System.Diagnostics;
using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Tracing;

/// <summary>
/// Spans under the official SDK's source and names. Everything here gives <c>null</c> at once when nobody listens, and for
/// an instance whose start nobody traced.
/// </summary>
internal static class Spans
{
    public const string Orchestration = "orchestration";
    public const string Activity = "activity";
    public const string Event = "event";

    public static readonly ActivitySource Source = new("Microsoft.DurableTask");

    /// <summary>A client starts an instance.</summary>
    public static Activity? StartCreation(string instanceId, ExecutionStarted start)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        return Source.StartActivity(Name("create_orchestration", start.Name, start.Version), ActivityKind.Producer)?
            .SetTag(TraceTags.Type, Orchestration)
            .SetTag(TraceTags.Name, start.Name)
            .SetTag(TraceTags.InstanceId, instanceId)
            .Versioned(start.Version);
    }

    /// <summary>A client or an orchestrator sends an event.</summary>
    public static Activity? StartEvent(string name, string to)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        return Source.StartActivity($"orchestration_event:{name}", ActivityKind.Producer)?
            .SetTag(TraceTags.Type, Event)
            .SetTag(TraceTags.Name, name)
            .SetTag(TraceTags.TargetInstanceId, to);
    }

    /// <summary>An activity runs.</summary>
    public static Activity? StartRun(TraceLink? link, string instanceId, long execution, TaskScheduled call)
    {
        if (link is null || !Source.HasListeners() || !ActivityContext.TryParse(link.Parent, link.State, out var parent))
        {
            return null;
        }

        var caller = new ActivityContext(parent.TraceId, SpanIds.OfCall(instanceId, execution, call.TaskId), parent.TraceFlags, parent.TraceState);
        return Source.StartActivity(Name(Activity, call.Name, call.Version), ActivityKind.Server, caller)?
            .SetTag(TraceTags.Type, Activity)
            .SetTag(TraceTags.Name, call.Name)
            .SetTag(TraceTags.InstanceId, instanceId)
            .SetTag(TraceTags.TaskId, call.TaskId)
            .Versioned(call.Version);
    }

    /// <summary>What a sub-orchestration's span has for its parent: the caller's span of the call.</summary>
    public static TraceLink? LinkOfCall(TraceLink? link, string instanceId, long execution, int taskId) =>
        link is not null && ActivityContext.TryParse(link.Parent, link.State, out var parent)
            ? new TraceLink($"00-{parent.TraceId}-{SpanIds.OfCall(instanceId, execution, taskId)}-{(byte)parent.TraceFlags:x2}", link.State)
            : null;

    public static TraceLink? LinkOf(Activity? span) => span?.Id is { } id ? new TraceLink(id, span.TraceStateString) : null;

    public static void Fail(this Activity span, TaskFailureDetails failure) => span.SetStatus(ActivityStatusCode.Error, failure.ErrorMessage);

    public static Activity Versioned(this Activity span, string version) => version.Length == 0 ? span : span.SetTag(TraceTags.Version, version);

    public static string Name(string kind, string name, string version) => version.Length == 0 ? $"{kind}:{name}" : $"{kind}:{name}@({version})";
}
