using CrossRegion.Functions.Intake;
using CrossRegion.Orchestrations.Inbox;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Functions.Triggers;

/// <summary>Queue <c>application-events</c>: starts or wakes the orchestration of the case that something came in for.</summary>
public sealed class TakeUpEvent(InboxDispatcher dispatcher)
{
    [Function(nameof(TakeUpEvent))]
    public Task RunAsync(
        [QueueTrigger(QueueText.QueueName)] string message, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        dispatcher.DispatchAsync(QueueText.Read(message), client, cancellation);
}
