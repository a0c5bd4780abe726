using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>受理 (art. 32(5)): from here the limits run.</summary>
public sealed record Accepted(Instant At, string By, Acceptance Acceptance, IReadOnlyList<DepartmentKey> Departments) : CaseStep(At, By)
{
    public override string Key => "accepted";
}
