namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>One line of the operators' list: a case whose handling broke.</summary>
/// <param name="Number">The application number.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Reason">What went wrong; without personal data.</param>
/// <param name="At">When.</param>
/// <param name="Generation">Of the orchestration that failed; a replay starts the next.</param>
public sealed record FailedApplication(string Number, string Step, string Reason, DateTimeOffset At, int Generation);
