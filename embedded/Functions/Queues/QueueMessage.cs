namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>A message in the hands of whoever took it from its queue.</summary>
/// <param name="DequeueCount">How often it was taken, this time included.</param>
internal sealed record QueueMessage(
    long Id, QueueName Queue, BinaryData Body, int DequeueCount, DateTimeOffset InsertedAt, DateTimeOffset ExpiresAt);
