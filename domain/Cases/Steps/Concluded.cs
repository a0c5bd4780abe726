using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>办结: nothing is left to decide.</summary>
public sealed record Concluded(Instant At, string By) : CaseStep(At, By)
{
    public override string Key => "concluded";
}
