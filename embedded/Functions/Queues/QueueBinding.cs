using System.Collections.Frozen;
using System.Reflection;
using Azure.Storage.Queues;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Invocations;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>A function that takes the messages of a queue.</summary>
/// <param name="storage">Where the queue is; null: the host's own queues.</param>
internal sealed class QueueBinding(QueueName queue, QueueServiceClient? storage) : TriggerBinding
{
    private static readonly FrozenSet<string> DataNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, QueueMessageData.Id, QueueMessageData.DequeueCount, QueueMessageData.InsertionTime, QueueMessageData.ExpirationTime);

    public override string Type => "queueTrigger";

    public override string Takes => "string, byte[], BinaryData, or a type that JSON can be read into";

    public QueueName Queue { get; } = queue;

    public QueueServiceClient? Storage { get; } = storage;

    public static QueueBinding? Read(string text, QueueServiceClient? storage, ICollection<string> faults)
    {
        if (QueueName.Parse(text) is { } queue && QueueName.Parse(queue.Poison.Value) is not null)
        {
            return new QueueBinding(queue, storage);
        }

        faults.Add($"reads '{text}', which is no queue name (3 to 56 lower-case letters, digits and single hyphens, so that '-poison' can follow).");
        return null;
    }

    public override ParameterBinder? BindTrigger(ParameterInfo parameter) =>
        MessageBody.ReaderFor(parameter.ParameterType) is { } read
            ? invocation => read(((QueueMessage)invocation.Trigger!).Body, invocation)
            : null;

    public override ParameterBinder? BindOther(ParameterInfo parameter) =>
        DataNames.Contains(parameter.Name!) ? NamedValue.Bind(parameter) : null;
}
