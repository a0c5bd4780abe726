using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Orchestrations.Ports;

/// <summary>All subscribers of all adapters together, in the order of their names.</summary>
public sealed class Subscribers : ISubscribers
{
    private readonly SortedDictionary<string, ISubscriber> _byName = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">Two subscribers have one name.</exception>
    public Subscribers(IEnumerable<ISubscriber> subscribers)
    {
        foreach (var subscriber in subscribers)
        {
            if (!_byName.TryAdd(subscriber.Name, subscriber))
            {
                throw new ArgumentException($"Two subscribers are named {subscriber.Name}.", nameof(subscribers));
            }
        }
    }

    public IReadOnlyList<string> Interested(string type, string province) =>
        [.. _byName.Values.Where(subscriber => subscriber.Wants(type, province)).Select(subscriber => subscriber.Name)];

    public Task DeliverAsync(string subscriber, OutgoingEvent outgoing, CancellationToken cancellation) =>
        _byName.TryGetValue(subscriber, out var found)
            ? found.DeliverAsync(outgoing, cancellation)
            : Task.FromException(new IOException($"No subscriber named {subscriber} is configured."));
}
