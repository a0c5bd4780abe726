namespace CrossRegion.Simulators.Departments;

/// <summary>What a department will answer when it is asked.</summary>
public sealed record ReviewPlan(ReviewOutcome Outcome, string Opinion, IReadOnlyList<RefusalReason>? Reasons = null)
{
    /// <summary>What a department answers of itself.</summary>
    public static ReviewPlan Approval { get; } = new(ReviewOutcome.Approved, "经审查,符合法定条件,同意。");
}
