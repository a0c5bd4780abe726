using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Replay;
using CrossRegion.Embedded.DurableTask.Timers;
using CrossRegion.Embedded.DurableTask.Tracing;
using CrossRegion.Embedded.DurableTask.WorkItems;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.DurableTask.Turns;

/// <summary>Runs a turn of an instance: gives its orchestrator what has come, and the journal what it did.</summary>
/// <param name="schedule">Has a turn run later.</param>
internal sealed partial class TurnRunner(
    OrchestrationServices services,
    TurnOutcome outcome,
    TimerQueue timers,
    WorkItemWatch watch,
    EngineStop stop,
    TimeProvider time,
    Action<Instance> schedule)
{
    private readonly ILogger _logger = services.Logger;

    public void Run(Instance instance)
    {
        if (instance is { Phase: InstancePhase.Unloaded, HasEntryUnderway: true })
        {
            // After a turn that came to nothing: what is to be replayed is not all on the disk.
            PutBack(instance, instance.Take(), FirstPause);
            return;
        }

        if (watch.TryBegin(WorkItem.Turn(instance.Execution), instance, schedule) is not { } run)
        {
            return;
        }

        var phase = instance.Phase;
        var messages = instance.Take();
        try
        {
            try
            {
                stop.At(EngineFaultPoint.BeforeTurn);
                if (run.IsSetAside && phase is not (InstancePhase.Ended or InstancePhase.Absent))
                {
                    SetAside(instance, messages, WorkItems.SetAside.Turn(run.Attempts, cause: null));
                }
                else if (RunOnce(instance, messages))
                {
                    watch.Succeed(run);
                }
                else
                {
                    watch.Abandon(run);
                }
            }
            catch (Exception defect) when (defect is not EngineStoppedException)
            {
                TryAgain(instance, phase, messages, run, defect);
            }
        }
        catch (EngineStoppedException)
        {
            // What is not durable did not happen; the next engine goes on from there.
            watch.Abandon(run);
        }
    }

    /// <returns>Whether the instance has come any further.</returns>
    private bool RunOnce(Instance instance, List<Message> messages)
    {
        if (!services.Rules.RunsAll && !IsForThisWorker(instance, messages))
        {
            instance.Finish(instance.Phase == InstancePhase.Ended ? [] : messages, again: false);
            return false;
        }

        var (left, progress) = (new List<Message>(), false);
        switch (instance.Phase)
        {
            case InstancePhase.AwaitingStart:
                if (!TryStart(instance, messages))
                {
                    messages.RemoveAll(message => !message.IsDurable || instance.Phase == InstancePhase.Ended);
                    instance.Finish(messages, again: false);
                    return instance.Phase == InstancePhase.Ended;
                }

                left = RunTurn(instance, messages, out progress);
                break;
            case InstancePhase.Unloaded:
                left = Reload(instance) ? TakeUp(instance, messages, out progress) : [];
                break;
            case InstancePhase.Rewinding:
                left = messages;
                break;
            case InstancePhase.Loaded:
                left = RunTurn(instance, messages, out progress);
                break;
        }

        instance.Finish(left, again: left.Count > 0 && instance.Phase != InstancePhase.Rewinding);
        return progress;
    }

    /// <param name="progress">Whether anything came of it.</param>
    /// <returns>The messages for the next execution, if this one has continued as new.</returns>
    private List<Message> RunTurn(Instance instance, List<Message> messages, out bool progress)
    {
        var orchestration = instance.Orchestration!;
        List<long> consumed = [];
        messages = WithoutStale(instance, orchestration, messages, consumed);
        var now = time.GetUtcNow().UtcDateTime;
        var incoming = messages.ConvertAll(static message => message.Event);
        var span = TurnSpan.Begin(instance, orchestration, now);
        span?.Note(incoming);
        var turn = orchestration.RunTurn(now, incoming, out var heard);
        span?.End(turn, heard, now);
        stop.At(EngineFaultPoint.AfterTurn);
        Consume(messages, heard, consumed);
        var left = messages.GetRange(heard, messages.Count - heard);
        progress = turn.Count > 1 || consumed.Count > 0;
        if (progress)
        {
            var carried = Commit(instance, orchestration, turn.Count > 1 ? turn : [], consumed);
            left.InsertRange(0, carried);
        }

        LogEnd(instance, orchestration);
        return orchestration.Continuation is null ? [] : left;
    }

    /// <summary>Without the answers to an execution that is over. Those of them that are durable are consumed.</summary>
    private static List<Message> WithoutStale(Instance instance, Orchestration orchestration, List<Message> messages, List<long> consumed)
    {
        if (!messages.Exists(IsStale))
        {
            return messages;
        }

        var stale = messages.FindAll(IsStale);
        Consume(stale, stale.Count, consumed);
        return messages.FindAll(message => !IsStale(message));

        bool IsStale(Message message) =>
            message.Execution != 0 && message.Execution != instance.Execution && !orchestration.Inherits(message.Execution, message.Event);
    }

    private static void Consume(List<Message> messages, int count, List<long> consumed)
    {
        for (var i = 0; i < count; i++)
        {
            if (messages[i].IsDurable)
            {
                consumed.Add(messages[i].Id);
            }
        }
    }

    /// <summary>Once the journal has an entry there is no way back: a defect from here on breaks the engine.</summary>
    private IReadOnlyList<Message> Commit(
        Instance instance, Orchestration orchestration, List<HistoryEvent> turn, IReadOnlyList<long> consumed)
    {
        try
        {
            return outcome.Commit(instance, orchestration, turn, consumed);
        }
        catch (Exception defect) when (defect is not EngineStoppedException)
        {
            stop.Break(defect);
            Log.Broken(_logger, defect, instance.Id);
            throw stop.Exception();
        }
    }

    private void LogEnd(Instance instance, Orchestration orchestration)
    {
        switch (orchestration.End)
        {
            case { Status: OrchestrationRuntimeStatus.Failed, Failure: { } failure }:
                Log.Failed(_logger, orchestration.Start.Name, instance.Id, failure.ErrorType);
                break;
            case not null:
                Log.Completed(_logger, orchestration.Start.Name, instance.Id);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(600, LogLevel.Information, "'{Name}' orchestration with ID '{InstanceId}' started.", EventName = "OrchestrationStarted")]
        public static partial void Started(ILogger logger, string name, string instanceId);

        [LoggerMessage(601, LogLevel.Information, "'{Name}' orchestration with ID '{InstanceId}' completed.", EventName = "OrchestrationCompleted")]
        public static partial void Completed(ILogger logger, string name, string instanceId);

        [LoggerMessage(602, LogLevel.Information, "'{Name}' orchestration with ID '{InstanceId}' failed: {ErrorType}.", EventName = "OrchestrationFailed")]
        public static partial void Failed(ILogger logger, string name, string instanceId, string errorType);

        [LoggerMessage(1311, LogLevel.Error, "'{Name}' orchestration with ID '{InstanceId}' cannot be replayed and fails.")]
        public static partial void CannotReplay(ILogger logger, Exception difference, string name, string instanceId);

        [LoggerMessage(1313, LogLevel.Information, "'{Name}' orchestration with ID '{InstanceId}' is left for another worker: {Reason}")]
        public static partial void LeftAlone(ILogger logger, string name, string instanceId, string reason);

        [LoggerMessage(1312, LogLevel.Critical, "What a turn of '{InstanceId}' did broke the engine itself.")]
        public static partial void Broken(ILogger logger, Exception defect, string instanceId);

        [LoggerMessage(1322, LogLevel.Error, "The engine could not run a turn of '{InstanceId}', at {Attempts} attempts in a row.")]
        public static partial void Defect(ILogger logger, Exception defect, string instanceId, int attempts);

        [LoggerMessage(1323, LogLevel.Error, "'{Name}' orchestration with ID '{InstanceId}' is set aside and fails: {Reason}")]
        public static partial void SetAside(ILogger logger, string name, string instanceId, string reason);
    }
}
