namespace CrossRegion.Embedded.DurableTask.Faults;

/// <summary>The places at which a crash leaves different things behind. Tests crash at each of them.</summary>
public enum EngineFaultPoint
{
    /// <summary>A turn is about to run; its messages are waiting.</summary>
    BeforeTurn,

    /// <summary>A turn has run; nothing of it has been handed on.</summary>
    AfterTurn,

    /// <summary>A group of entries has been collected; nothing is written.</summary>
    BeforeCommit,

    /// <summary>The group is written and not committed.</summary>
    DuringCommit,

    /// <summary>The group is durable; nobody has been told.</summary>
    AfterCommit,

    /// <summary>A client's request is durable and about to be acknowledged.</summary>
    BeforeAcknowledgement,

    /// <summary>A durable activity is about to run.</summary>
    BeforeActivity,

    /// <summary>An activity has run; its result exists only in memory.</summary>
    AfterActivity,

    /// <summary>A timer is due; its instance has not been told.</summary>
    BeforeTimer,

    /// <summary>A checkpoint is about to be written.</summary>
    BeforeCheckpoint,

    /// <summary>A checkpoint is written and not committed.</summary>
    DuringCheckpoint,

    /// <summary>A checkpoint is durable; memory still holds what it covers.</summary>
    AfterCheckpoint,
}
