using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>审查: a department is asked for its review.</summary>
public sealed record ReviewRequested(Instant At, string By, DepartmentKey Department, LocalDate? DueOn) : CaseStep(At, By)
{
    public override string Key => $"review-requested:{Department}";
}
