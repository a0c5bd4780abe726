using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>申请: the application as it was filed (行政许可法 art. 29).</summary>
public sealed record Applied(Instant At, string By, [property: PersonalData] string Reference, ProvinceCode Province, HandlingCode Item, int ItemVersion, Applicant Applicant, [property: PersonalData] Agent? Agent, HandlingForm Channel, string Language, [property: PersonalData] IReadOnlyList<HandedInMaterial> Materials) : CaseStep(At, By)
{
    public override string Key => "applied";
}
