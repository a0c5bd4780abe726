namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>The handling broke and waits for an operator.</summary>
/// <param name="Step">The step that failed, as the operators' list names it.</param>
/// <param name="Reason">What went wrong; without personal data.</param>
/// <param name="At">When.</param>
public sealed record FailureView(string Step, string Reason, DateTimeOffset At);
