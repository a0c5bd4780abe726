using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>补正: the applicant handed in what the notice named.</summary>
public sealed record Supplemented(Instant At, string By, int Round, [property: PersonalData] IReadOnlyList<HandedInMaterial> Materials) : CaseStep(At, By)
{
    public override string Key => $"supplemented:{Round}";
}
