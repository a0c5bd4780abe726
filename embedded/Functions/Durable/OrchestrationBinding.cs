using System.Reflection;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>An orchestrator function: its context, and its input in the parameter beside it.</summary>
internal sealed class OrchestrationBinding(string name) : TriggerBinding
{
    private ParameterInfo? _input;

    public override string Type => "orchestrationTrigger";

    public override string Takes => nameof(TaskOrchestrationContext);

    public TaskName Name { get; } = new(name);

    /// <summary>What the engine reads the input as.</summary>
    public Type InputType => _input?.ParameterType ?? typeof(object);

    public override ParameterBinder? BindTrigger(ParameterInfo parameter) => parameter.ParameterType == typeof(TaskOrchestrationContext)
        ? static invocation => invocation.Trigger
        : null;

    /// <summary>The one parameter without an attribute is the input.</summary>
    public override ParameterBinder? BindOther(ParameterInfo parameter)
    {
        if (_input is not null)
        {
            return null;
        }

        _input = parameter;
        return TaskInput.For(parameter);
    }

    public override string? FaultOf(OutputBindings outputs) => outputs.Queues.Count > 0 || outputs.HttpResult is not null
        ? "is an orchestrator and has outputs; its effects belong into activities."
        : null;
}
