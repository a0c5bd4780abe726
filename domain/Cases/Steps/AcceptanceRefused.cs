using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>不予受理 or 不受理 (art. 32(1), 32(2)), or the supplement never came.</summary>
public sealed record AcceptanceRefused(Instant At, string By, NonAcceptance NonAcceptance) : CaseStep(At, By)
{
    public override string Key => "acceptance-refused";
}
