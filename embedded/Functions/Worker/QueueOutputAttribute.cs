using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Puts the value, or each element of it, on a queue; null puts nothing.</summary>
public sealed class QueueOutputAttribute : OutputBindingAttribute
{
    private readonly string _queueName;

    public QueueOutputAttribute(string queueName)
    {
        _queueName = queueName;
    }

    /// <summary>The queue's name; <c>%NAME%</c> stands for the setting NAME.</summary>
    public string QueueName
    {
        get { return _queueName; }
    }

    /// <summary>Name of the setting that holds the storage connection, default <c>AzureWebJobsStorage</c>; where none is set the queue is the embedded host's own.</summary>
    public string? Connection { get; set; }
}
