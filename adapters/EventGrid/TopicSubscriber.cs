using Azure;
using Azure.Identity;
using Azure.Messaging;
using Azure.Messaging.EventGrid;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.EventGrid;

/// <summary>
/// The Event Grid topic as one subscriber that wants everything: who gets what is decided by the topic's own subscriptions. A transient
/// refusal (408, 429, 5xx) is tried again three times by the client before it is the caller's to retry.
/// </summary>
internal sealed class TopicSubscriber(EventGridPublisherClient topic) : ISubscriber
{
    public string Name => "event-grid";

    public bool Wants(string type, string province) => true;

    public async Task DeliverAsync(OutgoingEvent outgoing, CancellationToken cancellation)
    {
        try
        {
            await topic.SendEventAsync(CloudEvent(outgoing), cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException refused) when (refused.Status != 0)
        {
            throw new HttpRequestException(
                $"The Event Grid topic answered {refused.Status}.", refused, (System.Net.HttpStatusCode)refused.Status);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or AuthenticationFailedException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new IOException("The Event Grid topic could not be reached.", failure);
        }
    }

    private static CloudEvent CloudEvent(OutgoingEvent outgoing)
    {
        var data = BinaryData.FromString(outgoing.Data.ToJsonString());
        return new CloudEvent(outgoing.Source, outgoing.Type, data, "application/json", CloudEventDataFormat.Json)
        {
            Id = outgoing.Id,
            Subject = outgoing.Subject,
            Time = outgoing.Time,
            ExtensionAttributes = { ["province"] = outgoing.Province, ["sequence"] = outgoing.Sequence },
        };
    }
}
