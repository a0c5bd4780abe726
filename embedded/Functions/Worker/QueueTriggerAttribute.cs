using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each message of a queue, at least once.</summary>
public sealed class QueueTriggerAttribute : TriggerBindingAttribute
{
    private readonly string _queueName;

    public QueueTriggerAttribute(string queueName)
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
