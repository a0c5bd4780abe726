using System.Collections.Concurrent;
using Azure.Storage.Queues;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Queues.Faults;
using Microsoft.Extensions.Logging;
using SentMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace CrossRegion.Embedded.Functions.Queues.Storage;

/// <summary>
/// Queues of an Azure Storage account, shared with whoever else uses it. As in the Functions host: a message at work is out of sight
/// for <see cref="Hold"/>, renewed as long as its function runs, so what a dead process held comes again after that time at the latest.
/// </summary>
internal sealed partial class StorageQueues(
    QueueServiceClient service, HostJson hostJson, TimeProvider clock, ILogger<StorageQueues> logger, IQueueFaults? faults = null)
    : IMessageQueues, IDisposable
{
    /// <summary>Requests at a time when several messages are put together.</summary>
    private static readonly ParallelOptions Together = new() { MaxDegreeOfParallelism = 8 };

    private readonly QueueOptions _options = hostJson.Queues;
    private readonly QueueFaultGate _gate = new(faults);
    private readonly ConcurrentDictionary<QueueName, StorageQueue> _queues = new();
    private readonly CancellationTokenSource _stopped = new();

    /// <summary>How long a message is out of sight before its hold is renewed or runs out, 1 second or more.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromMinutes(10);

    public async Task EnqueueAsync(IReadOnlyList<NewMessage> messages)
    {
        NewMessage.RefuseLarge(messages);
        _gate.Enter();
        _gate.At(QueueFaultPoint.BeforeEnqueue);
        await Parallel.ForEachAsync(messages, Together, async (message, _) =>
            await Queue(message.Queue).PutAsync(MessageText.Write(message.Body, _options.MessageEncoding)));
        _gate.At(QueueFaultPoint.AfterEnqueue);
    }

    /// <summary>Takes nothing while the service cannot be read; says so and goes on, with growing pauses.</summary>
    public async Task<IReadOnlyList<QueueMessage>> DequeueAsync(QueueName queue, int most, CancellationToken cancellation = default)
    {
        StorageQueue from = Queue(queue);
        from.Polls.Begin();
        SentMessage[] sent;
        try
        {
            sent = await TakeAsync(from, most, cancellation);
        }
        catch (Exception fault) when (StorageFault.IsFailure(fault, cancellation))
        {
            LogUnreadable(fault, queue, service.AccountName);
            return [];
        }

        List<QueueMessage> taken = [];
        foreach (SentMessage message in sent)
        {
            if (MessageText.TryRead(message.MessageText, _options.MessageEncoding, out BinaryData? body))
            {
                taken.Add(HoldOn(from, queue, message, body));
            }
            else
            {
                await BuryUnreadAsync(from, queue, message);
            }
        }

        return taken;
    }

    public async Task DeleteAsync(QueueMessage message)
    {
        string receipt = await EndHoldAsync(message);
        _gate.At(QueueFaultPoint.BeforeDelete);
        await DeleteAsync(message, receipt);
        _gate.At(QueueFaultPoint.AfterDelete);
    }

    public async Task ReleaseAsync(QueueMessage message, TimeSpan delay)
    {
        string receipt = await EndHoldAsync(message);
        _gate.At(QueueFaultPoint.BeforeRelease);
        StorageQueue queue = Queue(message.Queue);
        if (await queue.HideAsync(message.Id, receipt, delay) is null)
        {
            LogLost(message.Id, message.Queue);
        }

        _gate.At(QueueFaultPoint.AfterRelease);
        if (delay <= TimeSpan.Zero)
        {
            queue.Polls.Raise();
        }
    }

    /// <summary>Two requests: a crash between them leaves the message in both queues.</summary>
    public async Task BuryAsync(QueueMessage message)
    {
        string receipt = await EndHoldAsync(message);
        _gate.At(QueueFaultPoint.BeforeBury);
        await Queue(message.Queue.Poison).PutAsync(MessageText.Write(message.Body, _options.MessageEncoding));
        _gate.At(QueueFaultPoint.BetweenCopyAndDelete);
        await DeleteAsync(message, receipt);
        _gate.At(QueueFaultPoint.AfterBury);
    }

    public Task WaitAsync(QueueName queue, CancellationToken cancellation) => Queue(queue).Polls.WaitAsync(cancellation);

    /// <summary>What is still held comes again when its time is over.</summary>
    public void Dispose() => _stopped.Cancel();

    private async Task<SentMessage[]> TakeAsync(StorageQueue from, int most, CancellationToken cancellation)
    {
        // An answer under way when the host stops is waited for: what it brings would be out of sight for nobody.
        using CancellationTokenSource late = new();
        using CancellationTokenRegistration stopping = cancellation.Register(() => late.CancelAfter(Drain.Grace));
        _gate.Enter();
        _gate.At(QueueFaultPoint.BeforeDequeue);
        SentMessage[] sent = await from.TakeAsync(most, Hold, late.Token);
        if (sent.Length > 0)
        {
            from.Polls.Found();
        }

        _gate.At(QueueFaultPoint.AfterDequeue);
        return sent;
    }

    private HeldMessage HoldOn(StorageQueue from, QueueName queue, SentMessage message, BinaryData body)
    {
        MessageHold hold = new(
            message.PopReceipt,
            Hold,
            async receipt =>
            {
                _gate.Enter();
                string? next = await from.HideAsync(message.MessageId, receipt, Hold);
                _gate.At(QueueFaultPoint.AfterRenew);
                return next;
            },
            clock);
        hold.Begin(fault => LogNotRenewed(fault, message.MessageId, queue), _stopped.Token);
        return new HeldMessage(
            new QueueMessage(
                message.MessageId, queue, body, (int)message.DequeueCount, message.InsertedOn.GetValueOrDefault(), message.ExpiresOn.GetValueOrDefault()),
            hold);
    }

    private async Task<string> EndHoldAsync(QueueMessage message)
    {
        string receipt = await ((HeldMessage)message).Hold.EndAsync();
        _gate.Enter();
        return receipt;
    }

    private async Task DeleteAsync(QueueMessage message, string receipt)
    {
        if (!await Queue(message.Queue).DeleteAsync(message.Id, receipt))
        {
            LogLost(message.Id, message.Queue);
        }
    }

    private async Task BuryUnreadAsync(StorageQueue from, QueueName queue, SentMessage message)
    {
        LogUnread(message.MessageId, queue, _options.MessageEncoding, queue.Poison);
        try
        {
            await Queue(queue.Poison).PutAsync(message.MessageText);
            await from.DeleteAsync(message.MessageId, message.PopReceipt);
        }
        catch (Exception fault) when (StorageFault.IsFailure(fault, CancellationToken.None))
        {
            LogUnreadable(fault, queue, service.AccountName); // it comes again
        }
    }

    private StorageQueue Queue(QueueName name) => _queues.GetOrAdd(name, _ => new StorageQueue(
        service.GetQueueClient(name.Value), new Polls(new PollInterval(_options.MaxPollingInterval, Random.Shared), clock)));

    [LoggerMessage(7126, LogLevel.Error, "Queue {Queue} of storage account {Account} cannot be read; it is tried again after a growing pause")]
    private partial void LogUnreadable(Exception fault, QueueName queue, string account);

    [LoggerMessage(7127, LogLevel.Warning, "Message {Id} of queue {Queue} was taken by another or deleted before its state could be stored; it may be handled again")]
    private partial void LogLost(string id, QueueName queue);

    [LoggerMessage(7128, LogLevel.Warning, "Message {Id} of queue {Queue} could not be kept out of others' sight; it is tried again")]
    private partial void LogNotRenewed(Exception fault, string id, QueueName queue);

    [LoggerMessage(7129, LogLevel.Error, "Message {Id} of queue {Queue} is not in the encoding {Encoding} and is now in {Poison}")]
    private partial void LogUnread(string id, QueueName queue, MessageEncoding encoding, QueueName poison);
}
