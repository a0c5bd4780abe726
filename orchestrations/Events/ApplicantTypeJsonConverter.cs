using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Orchestrations.Events;

/// <summary>The words events have for 服务对象 (GB/T 39046-2020 A.4).</summary>
public sealed class ApplicantTypeJsonConverter() : WireNameJsonConverter<ApplicantType>(
    ("naturalPerson", ApplicantType.NaturalPerson),
    ("enterprise", ApplicantType.Enterprise),
    ("publicInstitution", ApplicantType.PublicInstitution),
    ("socialOrganization", ApplicantType.SocialOrganisation),
    ("administrativeOrgan", ApplicantType.AdministrativeOrgan),
    ("other", ApplicantType.OtherOrganisation));
