using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Orchestrations.Ports;

/// <summary>Whoever listens to events: webhooks, or an Event Grid topic.</summary>
public interface ISubscribers
{
    /// <summary>
    /// The names of those that want an event of this type for this province, in a stable order. A name is stable over restarts and
    /// part of the effect's key: 1 to 40 characters of <c>a-z 0-9 -</c>.
    /// </summary>
    IReadOnlyList<string> Interested(string type, string province);

    /// <summary>
    /// Delivers once; the caller retries. Returning means that the subscriber acknowledged (2xx). An <see cref="IOException"/> or
    /// <see cref="HttpRequestException"/> leaves it in doubt or refused: it is sent again under the same event id. A name that nobody has
    /// (any longer) is an <see cref="IOException"/> too: the settings may have been changed by mistake, and an event is not lost for that.
    /// </summary>
    Task DeliverAsync(string subscriber, OutgoingEvent outgoing, CancellationToken cancellation);
}
