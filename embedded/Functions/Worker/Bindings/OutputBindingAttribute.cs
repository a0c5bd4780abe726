namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Where the returned value, or a property of it, is sent.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute
{
    public OutputBindingAttribute()
    {
    }
}
