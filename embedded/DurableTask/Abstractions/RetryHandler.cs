namespace Microsoft.DurableTask;

/// <summary>Decides after a failure whether to try again. Part of the orchestrator: it must be deterministic.</summary>
public delegate bool RetryHandler(RetryContext retryContext);
