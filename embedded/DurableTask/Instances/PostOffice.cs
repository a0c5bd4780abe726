using CrossRegion.Embedded.DurableTask.Timers;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>Finds the addressees of messages.</summary>
/// <param name="nextMessageId">Gives the next number of a durable message.</param>
internal sealed class PostOffice(InstanceDirectory directory, Func<long> nextMessageId)
{
    public InstanceDirectory Directory => directory;

    /// <summary>Begins a collection of messages that go out together.</summary>
    public Outgoing Collect() => new(directory, nextMessageId);

    /// <summary>Delivers what needs no storing; dropped if the instance is gone.</summary>
    public void Deliver(Wakeup wakeup)
    {
        while (directory.Find(wakeup.InstanceId) is { } instance && !instance.Post(wakeup.Message))
        {
            // Forgotten just now: the next search loads it again.
        }
    }
}
