using Azure.Messaging;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.EventGrid;

public sealed class EventGridSamples(Probe probe)
{
    [Function("Single")]
    public void Single([EventGridTrigger] CloudEvent single)
    {
        probe.Tell($"single {single.Id} {single.Data}");
        if (single.Id == "bad")
        {
            throw new InvalidOperationException("bad");
        }
    }

    [Function("Batch")]
    public void Batch([EventGridTrigger(IsBatched = true)] CloudEvent[] events) => probe.Tell($"batch {string.Join(',', events.Select(one => one.Id))}");

    [Function("Text")]
    [QueueOutput("events")]
    public static string Text([EventGridTrigger] string single) => single;

    [Function("Texts")]
    public void Texts([EventGridTrigger(IsBatched = true)] string[] events) => probe.Tell($"texts {events.Length}");

    [Function("FromQueue")]
    public void FromQueue([QueueTrigger("events")] BinaryData message) => probe.Tell($"queued {message}");
}
