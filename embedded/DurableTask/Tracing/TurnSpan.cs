using System.Diagnostics;
using System.Globalization;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Replay;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Tracing;

/// <summary>
/// One turn's part in the trace. The orchestration's span is current while its code runs, is begun again with the same
/// identifier and time in every turn, and ends with the turn that ends the execution; what an answer ends is told as a whole.
/// </summary>
internal sealed class TurnSpan
{
    private readonly string _instanceId;
    private readonly long _execution;
    private readonly Orchestration _orchestration;
    private readonly Activity? _outer;
    private readonly Activity _span;
    private readonly List<(int Index, AnswerEvent Answer, OpenTask Asked)> _answered = [];

    private TurnSpan(Instance instance, Orchestration orchestration, Activity? outer, Activity span)
    {
        (_instanceId, _execution, _orchestration, _outer, _span) = (instance.Id, instance.Execution, orchestration, outer, span);
        SpanIds.Set(span, SpanIds.OfExecution(_instanceId, _execution));
    }

    /// <summary><c>null</c> if the instance is not traced or nobody listens.</summary>
    public static TurnSpan? Begin(Instance instance, Orchestration orchestration, DateTime now)
    {
        var start = orchestration.Start;
        if (start.Trace is not { } link || !Spans.Source.HasListeners() || !ActivityContext.TryParse(link.Parent, link.State, out var parent))
        {
            return null;
        }

        var outer = Activity.Current;
        var span = Spans.Source.StartActivity(
            Spans.Name(Spans.Orchestration, start.Name, start.Version), ActivityKind.Server, parent, startTime: orchestration.BegunAt ?? now)?
            .SetTag(TraceTags.Type, Spans.Orchestration)
            .SetTag(TraceTags.Name, start.Name)
            .SetTag(TraceTags.InstanceId, instance.Id)
            .Versioned(start.Version);
        return span is null ? null : new TurnSpan(instance, orchestration, outer, span);
    }

    /// <summary>Notes what the coming events answer, before the turn forgets it.</summary>
    public void Note(IReadOnlyList<HistoryEvent> incoming)
    {
        for (var i = 0; i < incoming.Count; i++)
        {
            if (incoming[i] is AnswerEvent answer && _orchestration.Awaited(answer.TaskId) is { } asked)
            {
                _answered.Add((i, answer, asked));
            }
        }
    }

    /// <param name="heard">How many of the events the turn has dealt with.</param>
    public void End(IReadOnlyList<HistoryEvent> turn, int heard, DateTime now)
    {
        foreach (var (index, answer, asked) in _answered)
        {
            if (index < heard)
            {
                TellAnswer(answer, asked, now);
            }
        }

        foreach (var sent in turn.OfType<EventSent>())
        {
            using var told = Spans.StartEvent(sent.Name, sent.InstanceId)?
                .SetTag(TraceTags.InstanceId, _instanceId)
                .SetTag(TraceTags.ExecutionId, _execution.ToString(CultureInfo.InvariantCulture));
        }

        if (_orchestration.End is not null || _orchestration.Continuation is not null)
        {
            TellEnd(now);
        }

        Activity.Current = _outer;
    }

    private void TellEnd(DateTime now)
    {
        if (_orchestration.End is { Status: OrchestrationRuntimeStatus.Failed, Failure: { } failure })
        {
            _span.Fail(failure);
        }

        _span.SetTag(TraceTags.Status, _orchestration.End?.Status.ToString() ?? "ContinuedAsNew");
        _span.SetEndTime(now);
        _span.Stop();
    }

    private void TellAnswer(AnswerEvent answer, OpenTask asked, DateTime now)
    {
        using var told = asked.Action switch
        {
            TaskScheduled call => Start(Spans.Name(Spans.Activity, call.Name, call.Version), ActivityKind.Client, Spans.Activity, call.Name, asked)?
                .SetTag(TraceTags.TaskId, call.TaskId).Versioned(call.Version),
            SubOrchestrationCreated call => Start(Spans.Name(Spans.Orchestration, call.Name, call.Version), ActivityKind.Client, Spans.Orchestration, call.Name, asked)?
                .Versioned(call.Version),
            TimerCreated timer => Start($"{Spans.Orchestration}:{_orchestration.Start.Name}:timer", ActivityKind.Internal, "timer", _orchestration.Start.Name, asked)?
                .SetTag(TraceTags.TaskId, timer.TaskId).SetTag(TraceTags.FireAt, timer.FireAt.ToString("o", CultureInfo.InvariantCulture)),
            _ => null,
        };
        if (told is not null && FailureOf(answer) is { } failure)
        {
            told.Fail(failure);
        }

        told?.SetEndTime(now);
    }

    private Activity? Start(string name, ActivityKind kind, string type, string taskName, OpenTask asked)
    {
        var told = Spans.Source.StartActivity(name, kind, _span.Context, startTime: asked.Since)?
            .SetTag(TraceTags.Type, type)
            .SetTag(TraceTags.Name, taskName)
            .SetTag(TraceTags.InstanceId, _instanceId);
        if (told is not null)
        {
            SpanIds.Set(told, SpanIds.OfCall(_instanceId, _execution, asked.Action.TaskId));
        }

        return told;
    }

    private static TaskFailureDetails? FailureOf(AnswerEvent answer) => answer switch
    {
        TaskFailed failed => failed.Failure,
        SubOrchestrationFailed failed => failed.Failure,
        _ => null,
    };
}
