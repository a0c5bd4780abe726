using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>补正告知 (art. 32(4)): one notice of all that is missing.</summary>
public sealed record SupplementRequested(Instant At, string By, Supplement Supplement) : CaseStep(At, By)
{
    public override string Key => $"supplement-requested:{Supplement.Round}";
}
