namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>The first byte of an encoded event. Part of the store's format: values stay as they are for ever.</summary>
internal enum HistoryKind : byte
{
    TurnStarted = 1,
    ExecutionStarted = 2,
    TaskScheduled = 3,
    TaskCompleted = 4,
    TaskFailed = 5,
    SubOrchestrationCreated = 6,
    SubOrchestrationCompleted = 7,
    SubOrchestrationFailed = 8,
    TimerCreated = 9,
    TimerFired = 10,
    EventSent = 11,
    EventRaised = 12,
    ExecutionTerminated = 13,
    ExecutionSuspended = 14,
    ExecutionResumed = 15,
    ExecutionCompleted = 16,
    ExecutionRewound = 17,
    ExecutionFailed = 18,

    /// <summary>An <see cref="ExecutionStarted"/> with the span that caused it.</summary>
    TracedExecutionStarted = 32,
}
