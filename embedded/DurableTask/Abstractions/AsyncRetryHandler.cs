namespace Microsoft.DurableTask;

/// <summary>Decides after a failure whether to try again, possibly after a timer or an activity. Must be deterministic.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
