using System.Collections.Concurrent;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Tests.App;

/// <summary>Two subscribers who want everything; either may be down.</summary>
internal sealed class FakeSubscribers(Pulse pulse) : ISubscribers
{
    public const string Province = "province";
    public const string Ministry = "ministry";

    private readonly ConcurrentQueue<(string Subscriber, OutgoingEvent Event)> _heard = [];

    private readonly ConcurrentDictionary<(string Subscriber, string EventId), int> _attempts = [];

    /// <summary>How often each refuses every event before it takes it.</summary>
    public int Hiccups { get; set; }

    /// <summary>Names of those that refuse at the moment.</summary>
    public ConcurrentDictionary<string, bool> Down { get; } = [];

    public IReadOnlyList<string> Interested(string type, string province) => [Ministry, Province];

    public Task DeliverAsync(string subscriber, OutgoingEvent outgoing, CancellationToken cancellation)
    {
        if (Down.ContainsKey(subscriber) || _attempts.AddOrUpdate((subscriber, outgoing.Id), 1, (_, before) => before + 1) <= Hiccups)
        {
            return Task.FromException(new HttpRequestException($"{subscriber} is down"));
        }

        _heard.Enqueue((subscriber, outgoing));
        pulse.Beat();
        return Task.CompletedTask;
    }

    /// <summary>What one of them acknowledged, in the order of arrival.</summary>
    public IReadOnlyList<OutgoingEvent> HeardBy(string subscriber) => [.. _heard.Where(heard => heard.Subscriber == subscriber).Select(heard => heard.Event)];
}
