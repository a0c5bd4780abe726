using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>预审: everything missing or wrong, found at one time. <paramref name="LookedUp"/> says, by look-up code, what the authorities hold.</summary>
public sealed record PreReviewed(Instant At, string By, int Round, IReadOnlyDictionary<string, bool> LookedUp, IReadOnlyList<Deficiency> Deficiencies) : CaseStep(At, By)
{
    public override string Key => $"pre-reviewed:{Round}";
}
