namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>A parameter that the host supplies besides the trigger's value.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute
{
    public InputBindingAttribute()
    {
    }
}
