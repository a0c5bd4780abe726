namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The parameter that carries what started the function; each function has exactly one.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute
{
    public TriggerBindingAttribute()
    {
    }
}
