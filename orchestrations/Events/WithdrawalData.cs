namespace CrossRegion.Orchestrations.Events;

/// <param name="Reason">The applicant's words.</param>
public sealed record WithdrawalData(string Reason);
