using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Inbox;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>Takes events that other stamps took in for this one into the inbox of their case, as if they had come in here then.</summary>
public sealed class EventReceiver(HandOverKind kind, CaseInbox inbox) : IHandOverReceiver
{
    public HandOverKind Kind => kind;

    public async Task<Reception> ReceiveAsync(HandOver handOver, CancellationToken cancellation)
    {
        var envelope = handOver.Envelope;
        if (!StampJson.TryRead<HandedEvent>(handOver.Body, out var handed, out var fault))
        {
            return new Reception.Refuse([new Fault("body", "body", "移交内容无法识别", $"the body {fault}")]);
        }

        if (handed.Event is CaseEvent about && about.Number != envelope.Number)
        {
            return new Reception.Refuse([new Fault("body", "other-application", "移交内容与办件编号不符", $"the body is about {about.Number}")]);
        }

        return await inbox.AdmitAsync(envelope.Number, handed, cancellation);
    }
}
