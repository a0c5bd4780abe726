using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Replay;
using CrossRegion.Embedded.DurableTask.Timers;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.DurableTask.Turns;

/// <summary>Runs a turn of an instance: gives its orchestrator what has come, and the journal what it did.</summary>
internal sealed partial class TurnRunner(
    OrchestrationServices services, TurnOutcome outcome, TimerQueue timers, EngineStop stop, TimeProvider time)
{
    private readonly ILogger _logger = services.Logger;

    public void Run(Instance instance)
    {
        try
        {
            stop.At(EngineFaultPoint.BeforeTurn);
            var messages = instance.Take();
            if (!services.Rules.RunsAll && !IsForThisWorker(instance, messages))
            {
                instance.Finish(instance.Phase == InstancePhase.Ended ? [] : messages, again: false);
                return;
            }

            List<Message> left = [];
            switch (instance.Phase)
            {
                case InstancePhase.AwaitingStart:
                    if (!TryStart(instance, messages))
                    {
                        messages.RemoveAll(message => !message.IsDurable);
                        instance.Finish(messages, again: false);
                        return;
                    }

                    left = RunTurn(instance, messages);
                    break;
                case InstancePhase.Unloaded:
                    left = Reload(instance) ? RunTurn(instance, messages) : [];
                    break;
                case InstancePhase.Loaded:
                    left = RunTurn(instance, messages);
                    break;
            }

            instance.Finish(left, again: left.Count > 0);
        }
        catch (EngineStoppedException)
        {
            // What is not durable did not happen; the next engine goes on from there.
        }
        catch (Exception defect)
        {
            stop.Break(defect);
            Log.Defect(_logger, defect, instance.Id);
        }
    }

    /// <summary>Puts the start first, if it has come and its time too.</summary>
    private bool TryStart(Instance instance, List<Message> messages)
    {
        var index = messages.FindIndex(message => message.Id == instance.Execution);
        if (index < 0 || messages[index].Event is not ExecutionStarted start)
        {
            return false;
        }

        if (!IsDue(start))
        {
            timers.Add(start.StartAt!.Value, new Wakeup(instance.Id, new Message(Id: 0, instance.Execution, new WokenUp())));
            return false;
        }

        var message = messages[index];
        messages.RemoveAt(index);
        messages.Insert(0, message);
        instance.Load(Create(instance, start));
        if (instance.Status == OrchestrationRuntimeStatus.Pending)
        {
            Log.Started(_logger, start.Name, instance.Id);
        }

        return true;
    }

    /// <summary>Replays the instance's history and takes up what was under way. <c>false</c>: it cannot be, and the instance has failed.</summary>
    private bool Reload(Instance instance)
    {
        var (start, history) = instance.Read(static state => (state!.Start, state.History.ToArray()));
        var orchestration = Create(instance, start);
        instance.Load(orchestration);
        try
        {
            orchestration.Replay(HistoryCodec.ReadAll(history));
        }
        catch (Exception difference)
        {
            Log.CannotReplay(_logger, difference, start.Name, instance.Id);
            orchestration.Fail(services.Describe(difference));
            EndUnrun(instance, orchestration);
            return false;
        }

        outcome.TakeUp(instance, orchestration);
        return true;
    }

    /// <summary>An instance that is not for this worker fails or keeps its messages until another worker comes.</summary>
    private bool IsForThisWorker(Instance instance, List<Message> messages)
    {
        if (StartOf(instance, messages) is not { } start)
        {
            return true;
        }

        var verdict = services.Rules.On(start);
        if (verdict.Failure is { } failure)
        {
            var orchestration = Create(instance, start);
            instance.Load(orchestration);
            orchestration.Fail(failure);
            EndUnrun(instance, orchestration);
        }
        else if (!verdict.Runs)
        {
            Log.LeftAlone(_logger, start.Name, instance.Id, verdict.Reason!);
        }

        return verdict.Runs;
    }

    /// <summary>What runs or is to run now; <c>null</c> if nothing does.</summary>
    private ExecutionStarted? StartOf(Instance instance, List<Message> messages) => instance.Phase switch
    {
        InstancePhase.Loaded => instance.Orchestration!.Start,
        InstancePhase.Unloaded => instance.Read(static state => state!.Start),
        InstancePhase.AwaitingStart when messages.Find(message => message.Id == instance.Execution)?.Event is ExecutionStarted start && IsDue(start) => start,
        _ => null,
    };

    private bool IsDue(ExecutionStarted start) => !(start.StartAt > time.GetUtcNow().UtcDateTime);

    /// <summary>Commits a failure that has nothing to do with the orchestrator's code.</summary>
    private void EndUnrun(Instance instance, Orchestration orchestration)
    {
        outcome.Commit(instance, orchestration, [new TurnStarted(time.GetUtcNow().UtcDateTime), orchestration.End!], consumed: []);
        LogEnd(instance, orchestration);
    }

    /// <returns>The messages for the next execution, if this one has continued as new.</returns>
    private List<Message> RunTurn(Instance instance, List<Message> messages)
    {
        var orchestration = instance.Orchestration!;
        var stale = messages.FindAll(message => message.Execution != 0 && message.Execution != instance.Execution);
        messages.RemoveAll(stale.Contains);
        var turn = orchestration.RunTurn(time.GetUtcNow().UtcDateTime, messages.ConvertAll(message => message.Event), out var heard);
        stop.At(EngineFaultPoint.AfterTurn);
        var consumed = stale.Concat(messages.Take(heard)).Where(message => message.IsDurable).Select(message => message.Id).ToList();
        var left = messages.GetRange(heard, messages.Count - heard);
        if (turn.Count > 1 || consumed.Count > 0)
        {
            var carried = outcome.Commit(instance, orchestration, turn.Count > 1 ? turn : [], consumed);
            left.InsertRange(0, carried);
        }

        LogEnd(instance, orchestration);
        return orchestration.Continuation is null ? [] : left;
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

    /// <remarks>An orchestrator that leaves its thread gets a turn, in which it fails.</remarks>
    private Orchestration Create(Instance instance, ExecutionStarted start) =>
        new(services, instance.Id, start, strayed: instance.Wake) { CustomStatus = instance.CustomStatus };

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

        [LoggerMessage(1312, LogLevel.Critical, "A turn of '{InstanceId}' broke the engine itself.")]
        public static partial void Defect(ILogger logger, Exception defect, string instanceId);
    }
}
