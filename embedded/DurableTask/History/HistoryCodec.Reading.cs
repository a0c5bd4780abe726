using CrossRegion.Embedded.DurableTask.Binary;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>Bytes as history events.</summary>
internal static partial class HistoryCodec
{
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
        HistoryKind.ExecutionRewound => new ExecutionRewound(from.Text(), ReadParent(ref from), from.Number(), ReadSome(ref from)),
        HistoryKind.ExecutionFailed => new ExecutionCompleted(
            OrchestrationRuntimeStatus.Failed, Output: null, FailureCodec.Read(ref from), new FailureOrigin(from.Count() is > 0 and var taskId ? taskId - 1 : null)),
        var unknown => throw new InvalidDataException($"{(byte)unknown} is not a kind of history event."),
    };

    private static ExecutionStarted ReadStart(ref ByteReader from, TraceLink? trace) => new(
        from.RequiredText(), from.RequiredText(), from.Text(), ReadParent(ref from), TagsCodec.Read(ref from), from.OptionalTime(), trace);

    private static HistoryEvent[] ReadSome(ref ByteReader from)
    {
        List<HistoryEvent> events = [];
        for (var count = from.Count(); count > 0; count--)
        {
            events.Add(Read(ref from));
        }

        return [.. events];
    }

    private static ParentLink? ReadParent(ref ByteReader from) =>
        from.Text() is { } instanceId ? new ParentLink(instanceId, from.RequiredText(), from.Number(), from.Count()) : null;
}
