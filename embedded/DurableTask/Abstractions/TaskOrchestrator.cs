namespace Microsoft.DurableTask;

/// <summary>
/// Base class of orchestrators: deterministic code that calls activities and waits. It is replayed from its history
/// after a restart, so it does no I/O and reads no clock but <see cref="TaskOrchestrationContext.CurrentUtcDateTime"/>.
/// </summary>
public abstract class TaskOrchestrator<TInput, TOutput> : ITaskOrchestrator
{
    Type ITaskOrchestrator.InputType => typeof(TInput);

    Type ITaskOrchestrator.OutputType => typeof(TOutput);

    async Task<object?> ITaskOrchestrator.RunAsync(TaskOrchestrationContext context, object? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await RunAsync(context, TaskInput.As<TInput>(input));
    }

    public abstract Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input);
}
