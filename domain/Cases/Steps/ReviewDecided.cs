using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>审查意见: a department has answered.</summary>
public sealed record ReviewDecided(Instant At, string By, DepartmentKey Department, ReviewOutcome Outcome, [property: PersonalData] string Opinion, [property: PersonalData] IReadOnlyList<Reason> Reasons) : CaseStep(At, By)
{
    public override string Key => $"review-ended:{Department}";
}
