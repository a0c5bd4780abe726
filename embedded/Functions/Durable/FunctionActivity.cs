using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>An activity function as the engine calls it.</summary>
internal sealed class FunctionActivity(Function function, ActivityBinding trigger, FunctionInvoker invoker, Drain drain) : ITaskActivity
{
    public Type InputType => trigger.InputType;

    public Type OutputType => function.Outputs.ResultType == typeof(void) ? typeof(object) : function.Outputs.ResultType;

    public Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        Dictionary<string, object?> data = new(StringComparer.OrdinalIgnoreCase) { [ActivityBinding.InstanceId] = context.InstanceId };
        return invoker.InvokeAsync(function, context, data, drain.LastCall, input);
    }
}
