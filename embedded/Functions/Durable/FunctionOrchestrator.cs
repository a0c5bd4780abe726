using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>An orchestrator function as the engine calls it, once for each replay and on the engine's own thread of control.</summary>
internal sealed class FunctionOrchestrator(Function function, OrchestrationBinding trigger, IServiceProvider services) : ITaskOrchestrator
{
    public Type InputType => trigger.InputType;

    public Type OutputType => function.Outputs.ResultType == typeof(void) ? typeof(object) : function.Outputs.ResultType;

    /// <summary>Without a scope of its own: a replay may be given up in the middle, and nothing would end the scope.</summary>
    public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) =>
        function.CallAsync(new Invocation(function, context, NoBindingData.Instance, services, CancellationToken.None) { Input = input }).AsTask();
}
