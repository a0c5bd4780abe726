using System.Globalization;
using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>The context of one execution: turns the orchestrator's calls into actions and open tasks.</summary>
internal sealed partial class OrchestratorContext(Orchestration orchestration, OrchestrationServices services, object? input)
    : TaskOrchestrationContext
{
    private int _guids;

    public override TaskName Name => orchestration.Start.Name;

    public override string InstanceId => orchestration.InstanceId;

    public override ParentOrchestrationInstance? Parent { get; } =
        orchestration.Start.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => orchestration.Now;

    public override bool IsReplaying => orchestration.IsReplaying;

    public override string Version => orchestration.Start.Version;

    protected override ILoggerFactory LoggerFactory => services.LoggerFactory;

    private DataConverter Converter => services.Options.DataConverter;

    /// <summary>A function app's orchestrator may read its input as any type that the payload fits, not only as the declared one.</summary>
    public override T GetInput<T>() => input switch
    {
        T typed => typed,
        null => default!,
        _ => Converter.Deserialize<T>(Converter.Serialize(input))!,
    };

    public override Task<T> CallActivityAsync<T>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException($"{nameof(TaskOptions)} were given as the input; name the parameter {nameof(options)}.", nameof(input));
        }

        var payload = Converter.Serialize(input);
        var version = options?.Version is { } asked ? asked.Version : Version;
        return Calling(() => orchestration.Call<T>(
            taskId => new TaskScheduled(taskId, name, version, payload, Tags(options)), name, Converter));

        Task<T> Calling(Func<Task<T>> call) => WithRetries(call, name, options?.Retry);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        var instanceId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var payload = Converter.Serialize(input);
        var version = options?.Version is { } asked ? asked.Version : services.Options.Versioning?.DefaultVersion ?? string.Empty;
        return WithRetries(
            () => orchestration.Call<TResult>(
                taskId => new SubOrchestrationCreated(taskId, instanceId, orchestratorName, version, payload, Tags(options)),
                orchestratorName,
                Converter),
            orchestratorName,
            options?.Retry);
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var due = fireAt.ToUniversalTime();
        var longest = services.Options.MaximumTimerInterval;
        while (due - CurrentUtcDateTime > longest && !cancellationToken.IsCancellationRequested)
        {
            await orchestration.SetTimer(CurrentUtcDateTime + longest, cancellationToken);
        }

        await orchestration.SetTimer(due, cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return orchestration.WaitForEvent<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var serialized = Converter.Serialize(payload);
        orchestration.Do(taskId => new EventSent(taskId, instanceId, eventName, serialized));
    }

    public override void SetCustomStatus(object? customStatus) => orchestration.CustomStatus = Converter.Serialize(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        orchestration.ContinueAsNew(
            Converter.Serialize(options.NewInput),
            string.IsNullOrWhiteSpace(options.NewVersion) ? Version : options.NewVersion,
            options.PreserveUnprocessedEvents);
    }

    public override Guid NewGuid() => NameBasedGuid.Of(
        string.Create(CultureInfo.InvariantCulture, $"{InstanceId}_{CurrentUtcDateTime:o}_{_guids++}"));

    private static Dictionary<string, string>? Tags(TaskOptions? options) =>
        options?.Tags is { Count: > 0 } tags ? new Dictionary<string, string>(tags) : null;
}
