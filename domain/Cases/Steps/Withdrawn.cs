using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>撤回: the applicant takes the application back before it is decided.</summary>
public sealed record Withdrawn(Instant At, string By, [property: PersonalData] string Reason) : CaseStep(At, By)
{
    public override string Key => "withdrawn";
}
