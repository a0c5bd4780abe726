using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>服务对象, GB/T 39046-2020 A.4: who may apply.</summary>
[JsonConverter(typeof(CodeJsonConverter<ApplicantType>))]
public enum ApplicantType
{
    [Code("1", "自然人", "Natural person")]
    NaturalPerson = 1,

    [Code("2", "企业法人", "Enterprise legal person")]
    Enterprise = 2,

    [Code("3", "事业法人", "Public institution legal person")]
    PublicInstitution = 3,

    [Code("4", "社会组织法人", "Social organisation legal person")]
    SocialOrganisation = 4,

    [Code("5", "行政机关", "Administrative organ")]
    AdministrativeOrgan = 5,

    [Code("6", "其他组织", "Other organisation")]
    OtherOrganisation = 6,
}
