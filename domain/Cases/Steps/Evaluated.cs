using CrossRegion.Domain.CodeSets;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>评价: rated once (GB/T 39734, 一次一评).</summary>
public sealed record Evaluated(Instant At, string By, Satisfaction Satisfaction, [property: PersonalData] string? Comment) : CaseStep(At, By)
{
    public override string Key => "evaluated";
}
