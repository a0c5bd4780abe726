namespace CrossRegion.Embedded.Functions.Queues.Faults;

/// <summary>The places at which a crash leaves different things in the queues. Tests crash at each of them.</summary>
public enum QueueFaultPoint
{
    /// <summary>Messages are written and not committed.</summary>
    BeforeEnqueue,

    /// <summary>Messages are durable; whoever put them has not been told.</summary>
    AfterEnqueue,

    /// <summary>Messages are marked as taken, not committed.</summary>
    BeforeDequeue,

    /// <summary>Messages are taken, with their counts durable; nobody has them yet.</summary>
    AfterDequeue,

    /// <summary>A worked-off message is deleted, not committed.</summary>
    BeforeDelete,

    /// <summary>A worked-off message is gone; the listener has not been told.</summary>
    AfterDelete,

    /// <summary>A failed message is given back, not committed.</summary>
    BeforeRelease,

    /// <summary>A failed message is back in its queue; the listener has not been told.</summary>
    AfterRelease,

    /// <summary>A hopeless message is moved to the poison queue, not committed.</summary>
    BeforeBury,

    /// <summary>Storage only, where moving is two requests: a hopeless message is in the poison queue and in its own.</summary>
    BetweenCopyAndDelete,

    /// <summary>A hopeless message is in the poison queue; the listener has not been told.</summary>
    AfterBury,

    /// <summary>Storage only: a message at work is kept out of sight for longer; its holder does not know the new receipt.</summary>
    AfterRenew,
}
