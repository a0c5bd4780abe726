using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>送达 (art. 44): the result is with the applicant.</summary>
public sealed record Delivered(Instant At, string By) : CaseStep(At, By)
{
    public override string Key => "delivered";
}
