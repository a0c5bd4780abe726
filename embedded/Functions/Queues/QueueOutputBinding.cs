using System.Reflection;
using Azure.Storage.Queues;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>A function's result, or one property of it, goes to a queue.</summary>
/// <param name="Storage">Where the queue is; null: the host's own queues.</param>
internal sealed record QueueOutputBinding(QueueName Queue, QueueServiceClient? Storage, PropertyInfo? Property)
{
    public object? Read(object? result) => Property is null || result is null ? result : Property.GetValue(result);
}
