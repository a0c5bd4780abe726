using System.Reflection;
using CrossRegion.Embedded.Functions.Invocations;

namespace CrossRegion.Embedded.Functions.Discovery;

/// <summary>What starts a function: validated at start, and the maker of the arguments that come with it.</summary>
internal abstract class TriggerBinding
{
    /// <summary>The kind as function.json names it, e.g. <c>queueTrigger</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The types that <see cref="BindTrigger"/> takes, for the fault that says another one was found.</summary>
    public abstract string Takes { get; }

    /// <summary>Binder of the parameter with the trigger's attribute; null when its type cannot be bound.</summary>
    public abstract ParameterBinder? BindTrigger(ParameterInfo parameter);

    /// <summary>Binder of a parameter without an attribute; null when the trigger has nothing for it.</summary>
    public virtual ParameterBinder? BindOther(ParameterInfo parameter) => null;

    /// <summary>What is wrong with the function's result for this kind of trigger; null when nothing is.</summary>
    public virtual string? FaultOf(OutputBindings outputs) => outputs.HttpResult is not null
        ? "has an [HttpResult], but no HTTP trigger."
        : null;
}
