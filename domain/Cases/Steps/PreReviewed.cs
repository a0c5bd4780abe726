using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>预审: everything missing or wrong, found at one time.</summary>
public sealed record PreReviewed(Instant At, string By, int Round, IReadOnlyList<Deficiency> Deficiencies) : CaseStep(At, By)
{
    public override string Key => $"pre-reviewed:{Round}";
}
