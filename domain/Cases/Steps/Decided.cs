using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>决定 (art. 38).</summary>
public sealed record Decided(Instant At, string By, Decision Decision) : CaseStep(At, By)
{
    public override string Key => "decided";
}
