namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>
/// Queues as triggers and outputs use them. A queue exists once something is put on it. Delivery is at least once; messages come
/// roughly in the order in which they became visible, and no order is promised. All members may be called concurrently. A failure of
/// the store is an exception of its own kind, and nothing is known then of what was asked.
/// </summary>
internal interface IMessageQueues
{
    /// <summary>
    /// Puts messages on their queues. When the task completes they are durable; when it fails, none, some or all of them may be there.
    /// </summary>
    /// <exception cref="ArgumentException">A body is larger than <see cref="NewMessage.MaximumBytes"/>; nothing was put.</exception>
    Task EnqueueAsync(IReadOnlyList<NewMessage> messages);

    /// <summary>
    /// Takes up to <paramref name="most"/> visible messages. The caller owns them until it deletes, releases or buries them, or its
    /// process ends: until then nobody else gets them. The dequeue count, raised by one, is durable.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was taken meanwhile comes again.</exception>
    Task<IReadOnlyList<QueueMessage>> DequeueAsync(QueueName queue, int most, CancellationToken cancellation = default);

    /// <summary>Ends a message that was worked off.</summary>
    Task DeleteAsync(QueueMessage message);

    /// <summary>Gives a message back; it is visible again after <paramref name="delay"/>.</summary>
    Task ReleaseAsync(QueueMessage message, TimeSpan delay);

    /// <summary>Moves a message to the poison queue of its queue; it is never in neither.</summary>
    Task BuryAsync(QueueMessage message);

    /// <summary>
    /// Completes when the queue may have a visible message; may complete early. The host's own queues are never late and cost nothing
    /// while waiting; Storage is asked at growing intervals, so it is late by one of them at most.
    /// </summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    Task WaitAsync(QueueName queue, CancellationToken cancellation);
}
