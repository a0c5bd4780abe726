using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>The applicant is invited to rate the service (国办发〔2019〕51号).</summary>
public sealed record EvaluationInvited(Instant At, string By) : CaseStep(At, By)
{
    public override string Key => "evaluation-invited";
}
