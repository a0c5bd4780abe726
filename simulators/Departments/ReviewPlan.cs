namespace CrossRegion.Simulators.Departments;

/// <summary>What a department will answer when it is asked.</summary>
public sealed record ReviewPlan(ReviewOutcome Outcome, string Opinion, IReadOnlyList<RefusalReason>? Reasons = null)
{
    /// <summary>What a department answers of itself.</summary>
    public static ReviewPlan Approval { get; } = new(ReviewOutcome.Approved, "经审查,符合法定条件,同意。");

    /// <summary>What a department answers about a reserved applicant who is to be refused.</summary>
    public static ReviewPlan Refusal { get; } = new(
        ReviewOutcome.Refused,
        "经审查,不符合法定条件,不同意。",
        [new RefusalReason("申请人不符合法定条件(模拟)。", "中华人民共和国行政许可法 第三十八条")]);
}
