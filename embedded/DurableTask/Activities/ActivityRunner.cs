using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Replay;
using CrossRegion.Embedded.DurableTask.Tracing;
using CrossRegion.Embedded.DurableTask.WorkItems;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.DurableTask.Activities;

/// <summary>
/// Runs activities, as many at once as the worker's options allow, each with services of its own scope. The result is a
/// message to the instance and becomes durable with the turn that hears it; a crash before that runs the activity again.
/// </summary>
internal sealed partial class ActivityRunner(OrchestrationServices services, WorkItemWatch watch, EngineStop stop)
{
    private readonly ILogger _logger = services.LoggerFactory.CreateLogger("Microsoft.DurableTask.Worker.Activities");
    private readonly Queue<(Instance Instance, long Execution, TaskScheduled Call)> _waiting = new();
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private volatile bool _isClosed;

    /// <summary>Starts a call that is durable.</summary>
    public void Start(Instance instance, long execution, TaskScheduled call)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            if (_running >= services.Options.Concurrency.MaximumConcurrentActivityWorkItems)
            {
                _waiting.Enqueue((instance, execution, call));
                return;
            }

            _running++;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Runner.RunAsync(work.Instance, work.Execution, work.Call), (Runner: this, Instance: instance, Execution: execution, Call: call), preferLocal: false);
    }

    /// <summary>Starts no more; calls that have not begun stay open in the history.</summary>
    /// <returns>Ends when the last of those under way has.</returns>
    public Task Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _waiting.Clear();
            if (_running == 0)
            {
                _quiet.TrySetResult();
            }
        }

        return _quiet.Task;
    }

    private async Task RunAsync(Instance instance, long execution, TaskScheduled call)
    {
        var begun = watch.TryBegin(
            WorkItem.Activity(execution, call),
            (Runner: this, Instance: instance, Execution: execution, Call: call),
            static work => work.Runner.Start(work.Instance, work.Execution, work.Call));
        try
        {
            if (begun is { } run)
            {
                stop.At(EngineFaultPoint.BeforeActivity);
                if (!run.IsSetAside && !services.Rules.RunsAll && !IsForThisWorker(instance, execution, call))
                {
                    watch.Abandon(run);
                    return;
                }

                var answer = run.IsSetAside ? SetAsideAnswer(instance.Id, call, run)
                    : Spans.Source.HasListeners() ? await AnswerTracedAsync(instance, execution, call)
                    : await AnswerAsync(instance.Id, call);
                stop.At(EngineFaultPoint.AfterActivity);
                watch.Succeed(run);
                if (answer is not null)
                {
                    instance.Post(new Message(Id: 0, execution, answer));
                }
            }
        }
        catch (EngineStoppedException)
        {
            // The call stays open in the history; the next engine makes it again.
            watch.Abandon(begun!.Value);
        }
        finally
        {
            StartNext();
        }
    }

    private TaskFailed SetAsideAnswer(string instanceId, TaskScheduled call, WorkItemRun run)
    {
        Log.SetAside(_logger, call.Name, instanceId, run.Attempts);
        return new TaskFailed(call.TaskId, SetAside.Activity(call.Name, run.Attempts));
    }

    private async Task<HistoryEvent?> AnswerTracedAsync(Instance instance, long execution, TaskScheduled call)
    {
        var link = instance.Read(state => state?.Execution == execution ? state.Start.Trace : null);
        using var span = Spans.StartRun(link, instance.Id, execution, call);
        var answer = await AnswerAsync(instance.Id, call);
        if (answer is TaskFailed failed)
        {
            span?.Fail(failed.Failure);
        }

        return answer;
    }

    /// <returns><c>null</c> if it was cancelled because the engine stops: that is no answer.</returns>
    private async Task<HistoryEvent?> AnswerAsync(string instanceId, TaskScheduled call)
    {
        try
        {
            await using var scope = services.Provider.CreateAsyncScope();
            if (!services.Factory.TryCreateActivity(call.Name, call.Version, scope.ServiceProvider, out var activity))
            {
                return new TaskFailed(call.TaskId, MissingTasks.OfActivity(call.Name, call.Version));
            }

            Log.Started(_logger, call.Name, instanceId);
            var converter = services.Options.DataConverter;
            var input = converter.Deserialize(call.Input, activity.InputType);
            var output = await activity.RunAsync(new ActivityContext(instanceId, call), input);
            var result = converter.Serialize(output);
            Log.Completed(_logger, call.Name, instanceId);
            return new TaskCompleted(call.TaskId, result);
        }
        catch (OperationCanceledException) when (_isClosed)
        {
            return null;
        }
        catch (Exception failure)
        {
            // Whatever an activity throws is its answer: the orchestrator decides what becomes of it.
            Log.Failed(_logger, failure, call.Name, instanceId);
            return new TaskFailed(call.TaskId, services.Describe(failure));
        }
    }

    /// <summary>A call for another worker stays open in the history; the next engine looks at it again.</summary>
    private bool IsForThisWorker(Instance instance, long execution, TaskScheduled call)
    {
        var verdict = services.Rules.On(call);
        if (verdict.Failure is { } failure)
        {
            instance.Post(new Message(Id: 0, execution, new TaskFailed(call.TaskId, failure)));
        }
        else if (!verdict.Runs)
        {
            Log.LeftAlone(_logger, call.Name, instance.Id, verdict.Reason!);
        }

        return verdict.Runs;
    }

    private void StartNext()
    {
        (Instance Instance, long Execution, TaskScheduled Call) next;
        lock (_gate)
        {
            _running--;
            if (_isClosed && _running == 0)
            {
                _quiet.TrySetResult();
            }

            if (!_waiting.TryDequeue(out next))
            {
                return;
            }
        }

        Start(next.Instance, next.Execution, next.Call);
    }

    private static partial class Log
    {
        [LoggerMessage(603, LogLevel.Information, "'{Name}' activity of orchestration ID '{InstanceId}' started.", EventName = "ActivityStarted")]
        public static partial void Started(ILogger logger, string name, string instanceId);

        [LoggerMessage(604, LogLevel.Information, "'{Name}' activity of orchestration ID '{InstanceId}' completed.", EventName = "ActivityCompleted")]
        public static partial void Completed(ILogger logger, string name, string instanceId);

        [LoggerMessage(605, LogLevel.Information, "'{Name}' activity of orchestration ID '{InstanceId}' failed.", EventName = "ActivityFailed")]
        public static partial void Failed(ILogger logger, Exception failure, string name, string instanceId);

        [LoggerMessage(1314, LogLevel.Warning, "'{Name}' activity of orchestration ID '{InstanceId}' is left for another worker: {Reason}")]
        public static partial void LeftAlone(ILogger logger, string name, string instanceId, string reason);

        [LoggerMessage(1321, LogLevel.Error, "'{Name}' activity of orchestration ID '{InstanceId}' is set aside and fails: the process died at {Attempts} attempts in a row.")]
        public static partial void SetAside(ILogger logger, string name, string instanceId, int attempts);
    }
}
