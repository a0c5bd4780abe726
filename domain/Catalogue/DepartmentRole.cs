using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Catalogue;

/// <summary>牵头或协办: what a department is to an item (行政许可法 art. 26: one department accepts and answers to the applicant).</summary>
[JsonConverter(typeof(CodeJsonConverter<DepartmentRole>))]
public enum DepartmentRole
{
    [Code("lead", "牵头部门", "Lead department")]
    Lead = 1,

    [Code("participant", "协办部门", "Participating department")]
    Participant = 2,
}
