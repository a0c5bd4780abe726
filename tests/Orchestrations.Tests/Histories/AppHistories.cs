using CrossRegion.Embedded.DurableTask.Admission;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Hosting;
using CrossRegion.Embedded.DurableTask.Replay;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossRegion.Orchestrations.Tests.Histories;

/// <summary>Takes histories from an app, and replays histories with the orchestrators of an app.</summary>
internal sealed class AppHistories(TestApp app)
{
    private readonly OrchestrationServices _services = new(
        new DurableTaskFactory(app.Services.GetRequiredService<IOptionsMonitor<DurableTaskRegistry>>().CurrentValue),
        app.Services.GetRequiredService<IOptionsMonitor<DurableTaskWorkerOptions>>().CurrentValue,
        app.Services,
        app.Services.GetRequiredService<ILoggerFactory>(),
        exceptionProperties: null,
        new WorkRules(new DurableTaskWorkerOptions(), new DurableTaskWorkerWorkItemFilters(), filter: null));

    /// <summary>The histories of all instances, ended or not, in the order of their ids.</summary>
    public async Task<IReadOnlyList<RecordedExecution>> TakeAsync()
    {
        var directory = app.Services.GetRequiredKeyedService<EngineHolder>(Options.DefaultName).Engine.Post.Directory;
        List<RecordedExecution> taken = [];
        await foreach (var instance in app.Engine.GetAllInstancesAsync())
        {
            var (start, events) = directory.Find(instance.InstanceId)!.Read(static state => (state!.Start, HistoryCodec.ReadAll(state.History)));
            taken.Add(new RecordedExecution(instance.InstanceId, start, [.. events.Select(WithoutStack)]));
        }

        return [.. taken.OrderBy(execution => execution.InstanceId, StringComparer.Ordinal)];
    }

    /// <summary>Replays a history: the orchestrator does what it did, and comes to the same end if it has one.</summary>
    public void Replay(RecordedExecution execution)
    {
        var replayed = new Orchestration(_services, execution.InstanceId, execution.Start, strayed: () => { });
        replayed.Replay(execution.Events);
        var end = execution.Events.OfType<ExecutionCompleted>().SingleOrDefault();
        (replayed.End?.Status, replayed.End?.Output, replayed.End?.Failure?.ErrorMessage)
            .ShouldBe((end?.Status, end?.Output, end?.Failure?.ErrorMessage), execution.InstanceId);
    }

    /// <summary>A stack is of the machine that recorded it, and no orchestrator looks at it.</summary>
    private static HistoryEvent WithoutStack(HistoryEvent happened) => happened switch
    {
        TaskFailed e => e with { Failure = WithoutStack(e.Failure)! },
        SubOrchestrationFailed e => e with { Failure = WithoutStack(e.Failure)! },
        ExecutionCompleted e => e with { Failure = WithoutStack(e.Failure) },
        _ => happened,
    };

    private static TaskFailureDetails? WithoutStack(TaskFailureDetails? failure) =>
        failure is null ? null : failure with { StackTrace = null, InnerFailure = WithoutStack(failure.InnerFailure) };
}
