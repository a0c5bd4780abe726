namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>A message in the hands of whoever took it from its queue.</summary>
/// <param name="Id">Unique in its queue; what it looks like is the store's affair.</param>
/// <param name="DequeueCount">How often it was taken, this time included.</param>
internal record QueueMessage(
    string Id, QueueName Queue, BinaryData Body, int DequeueCount, DateTimeOffset InsertedAt, DateTimeOffset ExpiresAt);
