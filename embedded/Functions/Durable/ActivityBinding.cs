using System.Reflection;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>An activity function: its input, and the instance it works for as <c>string instanceId</c>.</summary>
internal sealed class ActivityBinding(string name) : TriggerBinding
{
    public const string InstanceId = "instanceId";

    public override string Type => "activityTrigger";

    public override string Takes => "the activity's input, or TaskActivityContext";

    public TaskName Name { get; } = new(name);

    /// <summary>What the engine reads the input as.</summary>
    public Type InputType { get; private set; } = typeof(object);

    public override ParameterBinder? BindTrigger(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(TaskActivityContext))
        {
            return static invocation => invocation.Trigger;
        }

        InputType = parameter.ParameterType;
        return TaskInput.For(parameter);
    }

    public override ParameterBinder? BindOther(ParameterInfo parameter) =>
        parameter.Name!.Equals(InstanceId, StringComparison.OrdinalIgnoreCase) ? NamedValue.Bind(parameter) : null;
}
