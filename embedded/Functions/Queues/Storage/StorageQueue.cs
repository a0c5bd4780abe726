using Azure;
using Azure.Storage.Queues;
using SentMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace CrossRegion.Embedded.Functions.Queues.Storage;

/// <summary>One queue of the service: the requests, and when to look again.</summary>
internal sealed class StorageQueue(QueueClient client, Polls polls)
{
    public Polls Polls { get; } = polls;

    /// <summary>Puts a message; makes the queue if there is none.</summary>
    public async Task PutAsync(string text)
    {
        try
        {
            await client.SendMessageAsync(text);
        }
        catch (RequestFailedException fault) when (StorageFault.IsNoQueue(fault))
        {
            await client.CreateIfNotExistsAsync();
            await client.SendMessageAsync(text);
        }

        Polls.Raise();
    }

    /// <summary>Takes visible messages out of sight for <paramref name="time"/>. A queue that is not there is empty: who puts something makes it.</summary>
    public async Task<SentMessage[]> TakeAsync(int most, TimeSpan time, CancellationToken cancellation)
    {
        try
        {
            return (await client.ReceiveMessagesAsync(most, time, cancellation)).Value;
        }
        catch (RequestFailedException fault) when (StorageFault.IsNoQueue(fault))
        {
            return [];
        }
    }

    /// <summary>Keeps a message out of sight for <paramref name="time"/> from now, in whole seconds and never less; returns the new receipt, null when it was lost.</summary>
    public async Task<string?> HideAsync(string id, string receipt, TimeSpan time)
    {
        try
        {
            TimeSpan seconds = TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));
            return (await client.UpdateMessageAsync(id, receipt, messageText: null, seconds)).Value.PopReceipt;
        }
        catch (RequestFailedException fault) when (StorageFault.IsLost(fault))
        {
            return null;
        }
    }

    /// <summary>False when the message was lost.</summary>
    public async Task<bool> DeleteAsync(string id, string receipt)
    {
        try
        {
            await client.DeleteMessageAsync(id, receipt);
            return true;
        }
        catch (RequestFailedException fault) when (StorageFault.IsLost(fault))
        {
            return false;
        }
    }
}
