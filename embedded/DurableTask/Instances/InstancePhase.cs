namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>What an instance in memory can do next.</summary>
internal enum InstancePhase
{
    /// <summary>There is no such instance (yet, or any more).</summary>
    Absent,

    /// <summary>An execution is scheduled; its first turn has not run.</summary>
    AwaitingStart,

    /// <summary>It has run before; its orchestrator must be replayed first.</summary>
    Unloaded,

    /// <summary>Its orchestrator is alive.</summary>
    Loaded,

    /// <summary>It has failed and is to go on: its turns wait until its history is cut.</summary>
    Rewinding,

    /// <summary>It has ended.</summary>
    Ended,
}
