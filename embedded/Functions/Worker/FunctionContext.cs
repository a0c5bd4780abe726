namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique for each invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The same for all invocations of a function.</summary>
    public abstract string FunctionId { get; }

    public abstract BindingContext BindingContext { get; }

    /// <summary>The services of this invocation's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Cancelled when the caller goes away, or when the host stops and the time for ending in peace is over.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
