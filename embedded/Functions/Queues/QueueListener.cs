using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>Feeds one function from its queue: batch by batch, each message on its own, failed ones again, hopeless ones to the poison queue.</summary>
internal sealed partial class QueueListener(
    Function function, QueueName queue, QueueOptions options, IMessageQueues queues, FunctionInvoker invoker, TimeProvider clock, ILogger logger)
{
    /// <summary>How long to leave a store alone that just failed, e.g. because the disk is full.</summary>
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    private readonly InFlight _inFlight = new();

    /// <summary>Takes messages until <paramref name="stopping"/>, then waits for those at work; their functions see <paramref name="overdue"/>.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken overdue)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await TakeAsync(stopping, overdue);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
            }
            catch (Exception fault)
            {
                LogStoreFailed(fault, queue);
                await Task.Delay(StorePause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await _inFlight.AtMostAsync(0);
    }

    private async Task TakeAsync(CancellationToken stopping, CancellationToken overdue)
    {
        await _inFlight.AtMostAsync(options.NewBatchThreshold).WaitAsync(stopping);
        IReadOnlyList<QueueMessage> batch = await queues.DequeueAsync(queue, options.BatchSize, stopping);
        if (batch.Count == 0)
        {
            await queues.WaitAsync(queue, stopping);
        }

        foreach (QueueMessage message in batch)
        {
            _inFlight.Track(Task.Run(() => WorkOffAsync(message, overdue), CancellationToken.None));
        }
    }

    private async Task WorkOffAsync(QueueMessage message, CancellationToken overdue)
    {
        try
        {
            await SettleAsync(message, await TryAsync(message, overdue));
        }
        catch (Exception fault)
        {
            LogNotSettled(fault, queue, message.Id);
        }
    }

    private async Task<bool> TryAsync(QueueMessage message, CancellationToken overdue)
    {
        if (message.DequeueCount > options.MaxDequeueCount)
        {
            return false; // the process ended in the middle of the last attempt
        }

        try
        {
            await invoker.InvokeAsync(function, message, QueueMessageData.Of(message), overdue);
            return true;
        }
        catch (Exception fault)
        {
            LogFailed(fault, function.Name, message.Id, message.DequeueCount, options.MaxDequeueCount);
            return false;
        }
    }

    private async Task SettleAsync(QueueMessage message, bool done)
    {
        if (done)
        {
            await queues.DeleteAsync(message);
        }
        else if (message.DequeueCount < options.MaxDequeueCount)
        {
            await queues.ReleaseAsync(message, options.VisibilityTimeout);
        }
        else
        {
            await queues.BuryAsync(message);
            LogPoison(queue, message.Id, message.DequeueCount, queue.Poison);
        }
    }

    [LoggerMessage(7122, LogLevel.Error, "Queue {Queue} cannot be read; trying again")]
    private partial void LogStoreFailed(Exception fault, QueueName queue);

    [LoggerMessage(7123, LogLevel.Error, "Message {Id} of queue {Queue} was handled, but its state could not be stored; it comes again")]
    private partial void LogNotSettled(Exception fault, QueueName queue, string id);

    [LoggerMessage(7124, LogLevel.Warning, "Function {Function} failed on message {Id}, attempt {Attempt} of {Attempts}")]
    private partial void LogFailed(Exception fault, string function, string id, int attempt, int attempts);

    [LoggerMessage(7125, LogLevel.Error, "Message {Id} of queue {Queue} failed {Attempts} times and is now in {Poison}")]
    private partial void LogPoison(QueueName queue, string id, int attempts, QueueName poison);
}
