using CrossRegion.Embedded.Functions.Discovery;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>Sends the outputs of a function's result.</summary>
internal sealed class QueueOutputs(IMessageQueues queues)
{
    /// <summary>Completes when all of them are durable.</summary>
    public async Task SendAsync(Function function, object? result, IServiceProvider services)
    {
        if (function.Outputs.Queues.Count == 0)
        {
            return;
        }

        NewMessage[] messages =
        [
            .. from output in function.Outputs.Queues
               from body in MessageBody.Write(output.Read(result), services)
               select new NewMessage(output.Queue, body),
        ];
        if (messages.Length > 0)
        {
            await queues.EnqueueAsync(messages);
        }
    }
}
