namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>A message to be put on a queue.</summary>
internal sealed record NewMessage(QueueName Queue, BinaryData Body)
{
    /// <summary>Largest body in bytes: 64 KiB of Base64, the limit of Azure Storage queues as the Functions host uses them.</summary>
    public const int MaximumBytes = 48 * 1024;

    /// <exception cref="ArgumentException">One of the messages is too large.</exception>
    public static void RefuseLarge(IReadOnlyList<NewMessage> messages)
    {
        if (messages.FirstOrDefault(message => message.Body.ToMemory().Length > MaximumBytes) is { } large)
        {
            throw new ArgumentException(
                $"A message of {large.Body.ToMemory().Length} bytes is too large for queue {large.Queue}: at most {MaximumBytes}.", nameof(messages));
        }
    }
}
