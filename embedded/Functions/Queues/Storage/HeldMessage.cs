namespace CrossRegion.Embedded.Functions.Queues.Storage;

/// <summary>A message of a Storage queue, with what keeps it its taker's.</summary>
internal sealed record HeldMessage(QueueMessage Taken, MessageHold Hold) : QueueMessage(Taken);
