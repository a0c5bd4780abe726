using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Replay;
using CrossRegion.Embedded.DurableTask.Storage;
using CrossRegion.Embedded.DurableTask.Timers;
using CrossRegion.Embedded.DurableTask.Tracing;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Turns;

/// <summary>Brings an orchestrator to life: at its start, or by replaying its history.</summary>
internal sealed partial class TurnRunner
{
    /// <summary>Puts the start first, if it has come and its time too. One that is terminated before its time ends unrun.</summary>
    private bool TryStart(Instance instance, List<Message> messages)
    {
        var index = messages.FindIndex(message => message.Id == instance.Execution);
        if (index < 0 || StartBy(instance, messages[index]) is not { } start)
        {
            return false;
        }

        if (!IsDue(start) && messages.Find(message => message.Event is ExecutionTerminated)?.Event is ExecutionTerminated termination)
        {
            var unrun = Create(instance, start);
            instance.Load(unrun);
            unrun.Terminate(termination);
            EndUnrun(instance, unrun);
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

    /// <summary>Replays the instance's history. <c>false</c>: it cannot be, and the instance has failed.</summary>
    private bool Reload(Instance instance)
    {
        var (start, history, damage) = instance.Read(static state => (state!.Start, state.History.ToArray(), state.Damage));
        if (damage is not null)
        {
            throw new EngineDataException(damage.Reason);
        }

        var orchestration = Create(instance, start);
        instance.Load(orchestration);
        try
        {
            orchestration.Replay(HistoryCodec.ReadAll(history));
        }
        catch (NonDeterministicOrchestrationException difference)
        {
            Log.CannotReplay(_logger, difference, start.Name, instance.Id);
            orchestration.Fail(services.Describe(difference));
            EndUnrun(instance, orchestration);
            return false;
        }

        return true;
    }

    /// <summary>The first turn after a replay; what it leaves open of what was under way is then taken up.</summary>
    private List<Message> TakeUp(Instance instance, List<Message> messages, out bool progress)
    {
        var orchestration = instance.Orchestration!;
        List<HistoryEvent> open = [.. orchestration.Open.Select(task => task.Action)];
        var left = RunTurn(instance, messages, out progress);
        if (instance.Phase == InstancePhase.Loaded)
        {
            outcome.TakeUp(instance, orchestration, open);
        }

        return left;
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
        InstancePhase.AwaitingStart when messages.Find(message => message.Id == instance.Execution) is { } first && StartBy(instance, first) is { } start && IsDue(start) => start,
        _ => null,
    };

    /// <summary>The start that a message brings: as the event that it is, or as one rewound to its very beginning.</summary>
    private static ExecutionStarted? StartBy(Instance instance, Message message) => message.Event switch
    {
        ExecutionStarted start => start,
        ExecutionRewound => instance.Read(static state => state?.Start),
        _ => null,
    };

    private bool IsDue(ExecutionStarted start) => !(start.StartAt > time.GetUtcNow().UtcDateTime);

    /// <summary>Commits a failure that has nothing to do with the orchestrator's code.</summary>
    private void EndUnrun(Instance instance, Orchestration orchestration)
    {
        var now = time.GetUtcNow().UtcDateTime;
        List<HistoryEvent> turn = [new TurnStarted(now), orchestration.End!];
        TurnSpan.Begin(instance, orchestration, now)?.End(turn, heard: 0, now);
        Commit(instance, orchestration, turn, consumed: []);
        LogEnd(instance, orchestration);
    }

    /// <remarks>An orchestrator that leaves its thread gets a turn, in which it fails.</remarks>
    private Orchestration Create(Instance instance, ExecutionStarted start) =>
        new(services, instance.Id, start, strayed: instance.Wake) { CustomStatus = instance.CustomStatus };
}
