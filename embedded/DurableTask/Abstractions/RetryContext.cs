namespace Microsoft.DurableTask;

/// <summary>
/// What a retry handler knows of the failure: the number of attempts made (1 after the first failure) and the time since
/// the first attempt, by the orchestration's clock.
/// </summary>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
