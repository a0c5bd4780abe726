using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Timers;
using CrossRegion.Embedded.DurableTask.WorkItems;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Turns;

/// <summary>
/// Turns that the engine cannot run: a history that cannot be read, an orchestrator that throws past its own task. Each is
/// tried again after a longer pause and at last set aside, as its instance's failure; the others go on.
/// </summary>
internal sealed partial class TurnRunner
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Puts everything back as it was before the turn: nothing of it has been handed on.</summary>
    private void TryAgain(Instance instance, InstancePhase phase, List<Message> messages, WorkItemRun run, Exception defect)
    {
        var attempts = watch.Fail(run, out var isSetAside);
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts, 16) - 1);
        instance.Unload(phase);
        Log.Defect(_logger, defect, instance.Id, attempts);
        if (isSetAside)
        {
            SetAside(instance, messages, WorkItems.SetAside.Turn(attempts, services.Describe(defect)));
        }
        else
        {
            PutBack(instance, messages, pause);
        }
    }

    /// <summary>Fails the instance without running it. Its history and what waits for it stay, for a rewind.</summary>
    private void SetAside(Instance instance, List<Message> messages, TaskFailureDetails failure)
    {
        if (instance.Read(static state => state?.Start) is not { } start)
        {
            // Its start is still on the way to the disk.
            PutBack(instance, messages, FirstPause);
            return;
        }

        Log.SetAside(_logger, start.Name, instance.Id, failure.ErrorMessage);
        var orchestration = Create(instance, start);
        instance.Load(orchestration);
        orchestration.Fail(failure);
        EndUnrun(instance, orchestration);
        instance.Finish([], again: false);
    }

    private void PutBack(Instance instance, List<Message> messages, TimeSpan pause)
    {
        instance.Finish(messages, again: false);
        timers.Add(time.GetUtcNow().UtcDateTime + pause, new Wakeup(instance.Id, new Message(Id: 0, Execution: 0, new WokenUp())));
    }
}
