using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Orchestrations.Ports;

/// <summary>One listener to events; adapters implement it, <see cref="Subscribers"/> joins them.</summary>
public interface ISubscriber
{
    /// <summary>Stable over restarts and unique: 1 to 40 characters of <c>a-z 0-9 -</c>.</summary>
    string Name { get; }

    bool Wants(string type, string province);

    /// <inheritdoc cref="ISubscribers.DeliverAsync"/>
    Task DeliverAsync(OutgoingEvent outgoing, CancellationToken cancellation);
}
