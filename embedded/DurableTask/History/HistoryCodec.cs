using CrossRegion.Embedded.DurableTask.Binary;

namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>History events as bytes: a kind, then its fields. Kinds are never reused: old stores must stay readable.</summary>
internal static partial class HistoryCodec
{
    [ThreadStatic]
    private static ByteWriter? _buffer;

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
            case ExecutionRewound e:
                to.Byte((byte)HistoryKind.ExecutionRewound);
                to.Text(e.Reason);
                WriteParent(to, e.Parent);
                to.Number(e.Execution);
                to.Number(e.Kept.Count);
                foreach (var kept in e.Kept)
                {
                    Write(to, kept);
                }

                break;
            case ExecutionCompleted { Origin: { } origin } e:
                to.Byte((byte)HistoryKind.ExecutionFailed);
                FailureCodec.Write(to, e.Failure);
                to.Number(origin.TaskId + 1 ?? 0);
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

    public static byte[] Encode(List<HistoryEvent> events)
    {
        var writer = _buffer ??= new ByteWriter(4096);
        try
        {
            foreach (var happened in events)
            {
                Write(writer, happened);
            }

            return writer.ToArray();
        }
        finally
        {
            writer.Clear();
        }
    }

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
}
