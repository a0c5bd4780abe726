namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>A message to be put on a queue.</summary>
internal sealed record NewMessage(QueueName Queue, BinaryData Body)
{
    /// <summary>Largest body in bytes: 64 KiB of Base64, the limit of Azure Storage queues as the Functions host uses them.</summary>
    public const int MaximumBytes = 48 * 1024;
}
