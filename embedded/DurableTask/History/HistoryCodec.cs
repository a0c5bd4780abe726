using CrossRegion.Embedded.DurableTask.Binary;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>History events as bytes: a kind, then its fields. Kinds are never reused: old stores must stay readable.</summary>
internal static class HistoryCodec
{
    public static void Write(ByteWriter to, HistoryEvent happened)
    {
        switch (happened)
        {
            case TurnStarted e:
                to.Byte((byte)HistoryKind.TurnStarted);
                to.Time(e.Now);
                break;
            case ExecutionStarted e:
                to.Byte((byte)(e.Trace is null ? HistoryKind.ExecutionStarted : HistoryKind.TracedExecutionStarted));
                WriteTrace(to, e.Trace);
                to.Text(e.Name);
                to.Text(e.Version);
                to.Text(e.Input);
                WriteParent(to, e.Parent);
                TagsCodec.Write(to, e.Tags);
                to.Time(e.StartAt);
                break;
            case TaskScheduled e:
                WriteAction(to, HistoryKind.TaskScheduled, e);
                to.Text(e.Name);
                to.Text(e.Version);
                to.Text(e.Input);
                TagsCodec.Write(to, e.Tags);
                break;
            case TaskCompleted e:
                WriteResult(to, HistoryKind.TaskCompleted, e.TaskId, e.Result);
                break;
            case TaskFailed e:
                to.Byte((byte)HistoryKind.TaskFailed);
                to.Number(e.TaskId);
                FailureCodec.Write(to, e.Failure);
                break;
            case SubOrchestrationCreated e:
                WriteAction(to, HistoryKind.SubOrchestrationCreated, e);
                to.Text(e.InstanceId);
                to.Text(e.Name);
                to.Text(e.Version);
                to.Text(e.Input);
                TagsCodec.Write(to, e.Tags);
                break;
            case SubOrchestrationCompleted e:
                WriteResult(to, HistoryKind.SubOrchestrationCompleted, e.TaskId, e.Result);
                break;
            case SubOrchestrationFailed e:
                to.Byte((byte)HistoryKind.SubOrchestrationFailed);
                to.Number(e.TaskId);
                FailureCodec.Write(to, e.Failure);
                break;
            case TimerCreated e:
                WriteAction(to, HistoryKind.TimerCreated, e);
                to.Time(e.FireAt);
                break;
            case TimerFired e:
                to.Byte((byte)HistoryKind.TimerFired);
                to.Number(e.TaskId);
                break;
            case EventSent e:
                WriteAction(to, HistoryKind.EventSent, e);
                to.Text(e.InstanceId);
                to.Text(e.Name);
                to.Text(e.Payload);
                break;
            case EventRaised e:
                to.Byte((byte)HistoryKind.EventRaised);
                to.Text(e.Name);
                to.Text(e.Payload);
                break;
            case ExecutionTerminated e:
                to.Byte((byte)HistoryKind.ExecutionTerminated);
                to.Text(e.Output);
                to.Flag(e.Recursive);
                break;
            case ExecutionSuspended e:
                to.Byte((byte)HistoryKind.ExecutionSuspended);
                to.Text(e.Reason);
                break;
            case ExecutionResumed e:
                to.Byte((byte)HistoryKind.ExecutionResumed);
                to.Text(e.Reason);
                break;
            case ExecutionCompleted e:
                to.Byte((byte)HistoryKind.ExecutionCompleted);
                to.Byte((byte)e.Status);
                to.Text(e.Output);
                FailureCodec.Write(to, e.Failure);
                break;
            default:
                throw new InvalidOperationException($"{happened.GetType()} has no encoding.");
        }
    }

    /// <summary>The events of encoded turns, in order.</summary>
    public static List<HistoryEvent> ReadAll(IEnumerable<byte[]> turns)
    {
        List<HistoryEvent> events = [];
        foreach (var turn in turns)
        {
            for (var from = new ByteReader(turn); !from.AtEnd;)
            {
                events.Add(Read(ref from));
            }
        }

        return events;
    }

    public static HistoryEvent Read(ref ByteReader from) => (HistoryKind)from.Byte() switch
    {
        HistoryKind.TurnStarted => new TurnStarted(from.Time()),
        HistoryKind.ExecutionStarted => ReadStart(ref from, trace: null),
        HistoryKind.TracedExecutionStarted => ReadStart(ref from, new TraceLink(from.RequiredText(), from.Text())),
        HistoryKind.TaskScheduled => new TaskScheduled(
            from.Count(), from.RequiredText(), from.RequiredText(), from.Text(), TagsCodec.Read(ref from)),
        HistoryKind.TaskCompleted => new TaskCompleted(from.Count(), from.Text()),
        HistoryKind.TaskFailed => new TaskFailed(from.Count(), FailureCodec.Read(ref from)!),
        HistoryKind.SubOrchestrationCreated => new SubOrchestrationCreated(
            from.Count(), from.RequiredText(), from.RequiredText(), from.RequiredText(), from.Text(), TagsCodec.Read(ref from)),
        HistoryKind.SubOrchestrationCompleted => new SubOrchestrationCompleted(from.Count(), from.Text()),
        HistoryKind.SubOrchestrationFailed => new SubOrchestrationFailed(from.Count(), FailureCodec.Read(ref from)!),
        HistoryKind.TimerCreated => new TimerCreated(from.Count(), from.Time()),
        HistoryKind.TimerFired => new TimerFired(from.Count()),
        HistoryKind.EventSent => new EventSent(from.Count(), from.RequiredText(), from.RequiredText(), from.Text()),
        HistoryKind.EventRaised => new EventRaised(from.RequiredText(), from.Text()),
        HistoryKind.ExecutionTerminated => new ExecutionTerminated(from.Text(), from.Flag()),
        HistoryKind.ExecutionSuspended => new ExecutionSuspended(from.Text()),
        HistoryKind.ExecutionResumed => new ExecutionResumed(from.Text()),
        HistoryKind.ExecutionCompleted => new ExecutionCompleted(
            (OrchestrationRuntimeStatus)from.Byte(), from.Text(), FailureCodec.Read(ref from)),
        var unknown => throw new InvalidDataException($"{(byte)unknown} is not a kind of history event."),
    };

    private static void WriteAction(ByteWriter to, HistoryKind kind, ActionEvent action)
    {
        to.Byte((byte)kind);
        to.Number(action.TaskId);
    }

    private static void WriteResult(ByteWriter to, HistoryKind kind, int taskId, string? result)
    {
        to.Byte((byte)kind);
        to.Number(taskId);
        to.Text(result);
    }

    private static void WriteTrace(ByteWriter to, TraceLink? trace)
    {
        if (trace is not null)
        {
            to.Text(trace.Parent);
            to.Text(trace.State);
        }
    }

    private static ExecutionStarted ReadStart(ref ByteReader from, TraceLink? trace) => new(
        from.RequiredText(), from.RequiredText(), from.Text(), ReadParent(ref from), TagsCodec.Read(ref from), from.OptionalTime(), trace);

    private static void WriteParent(ByteWriter to, ParentLink? parent)
    {
        to.Text(parent?.InstanceId);
        if (parent is not null)
        {
            to.Text(parent.Name);
            to.Number(parent.Execution);
            to.Number(parent.TaskId);
        }
    }

    private static ParentLink? ReadParent(ref ByteReader from) =>
        from.Text() is { } instanceId ? new ParentLink(instanceId, from.RequiredText(), from.Number(), from.Count()) : null;
}
