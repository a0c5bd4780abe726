using System.Reflection;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>A function's result, or one property of it, goes to a queue.</summary>
internal sealed record QueueOutputBinding(QueueName Queue, PropertyInfo? Property)
{
    public object? Read(object? result) => Property is null || result is null ? result : Property.GetValue(result);
}
