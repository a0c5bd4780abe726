using CrossRegion.Embedded.Functions.Discovery;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>Sends the outputs of a function's result.</summary>
internal sealed class QueueOutputs(QueueStores stores)
{
    /// <summary>Completes when all of them are durable.</summary>
    public async Task SendAsync(Function function, object? result, IServiceProvider services)
    {
        if (function.Outputs.Queues.Count == 0)
        {
            return;
        }

        IEnumerable<IGrouping<IMessageQueues, NewMessage>> messages =
            from output in function.Outputs.Queues
            from body in MessageBody.Write(output.Read(result), services)
            group new NewMessage(output.Queue, body) by stores.Of(output.Storage);
        foreach (IGrouping<IMessageQueues, NewMessage> together in messages)
        {
            await together.Key.EnqueueAsync([.. together]);
        }
    }
}
