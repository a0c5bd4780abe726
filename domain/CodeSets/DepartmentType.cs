using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>实施主体性质, GB/T 39046-2020 A.3: in what capacity a department acts.</summary>
[JsonConverter(typeof(CodeJsonConverter<DepartmentType>))]
public enum DepartmentType
{
    [Code("1", "法定机关", "Statutory organ")]
    StatutoryOrgan = 1,

    [Code("2", "授权组织", "Authorised organisation")]
    AuthorisedOrganisation = 2,

    [Code("3", "受委托组织", "Entrusted organisation")]
    EntrustedOrganisation = 3,

    [Code("9", "其他", "Other")]
    Other = 9,
}
