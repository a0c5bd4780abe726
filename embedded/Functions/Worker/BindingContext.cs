namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger says about itself.</summary>
public abstract class BindingContext
{
    /// <summary>Facts by name, e.g. route values of a request, or <c>Id</c> and <c>DequeueCount</c> of a queue message.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
