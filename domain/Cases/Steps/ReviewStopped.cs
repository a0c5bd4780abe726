using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>A department need not answer any more.</summary>
public sealed record ReviewStopped(Instant At, string By, DepartmentKey Department) : CaseStep(At, By)
{
    public override string Key => $"review-ended:{Department}";
}
