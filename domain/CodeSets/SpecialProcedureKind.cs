using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>特别程序种类, GB/T 39046-2020 A.7. Extension is 行政许可法 art. 42; what is excluded from the limit is art. 45.</summary>
[JsonConverter(typeof(CodeJsonConverter<SpecialProcedureKind>))]
public enum SpecialProcedureKind
{
    [Code("1", "延长审批", "Extension of the limit")]
    Extension = 1,

    [Code("2", "除延长审批之外", "Other than extension")]
    Excluded = 2,
}
