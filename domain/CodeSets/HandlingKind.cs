using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>办件类型, GB/T 39046-2020 A.6: decided on the spot, or within a promised limit.</summary>
[JsonConverter(typeof(CodeJsonConverter<HandlingKind>))]
public enum HandlingKind
{
    [Code("1", "即办件", "Decided on the spot")]
    Instant = 1,

    [Code("2", "承诺件", "Within a promised limit")]
    Promised = 2,

    [Code("9", "其他", "Other")]
    Other = 9,
}
