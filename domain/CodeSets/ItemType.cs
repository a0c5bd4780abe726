using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>事项类型, GB/T 39046-2020 A.1. A province's own types (Guangdong: 21) are not in the set; see <c>BasicCode.TypeCode</c>.</summary>
[JsonConverter(typeof(CodeJsonConverter<ItemType>))]
public enum ItemType
{
    [Code("01", "行政许可", "Administrative licence")]
    Licence = 1,

    [Code("02", "行政处罚", "Administrative penalty")]
    Penalty = 2,

    [Code("03", "行政强制", "Administrative compulsion")]
    Compulsion = 3,

    [Code("04", "行政征收", "Administrative levy")]
    Levy = 4,

    [Code("05", "行政给付", "Administrative benefit")]
    Benefit = 5,

    [Code("06", "行政检查", "Administrative inspection")]
    Inspection = 6,

    [Code("07", "行政确认", "Administrative confirmation")]
    Confirmation = 7,

    [Code("08", "行政奖励", "Administrative award")]
    Award = 8,

    [Code("09", "行政裁决", "Administrative adjudication")]
    Adjudication = 9,

    [Code("10", "其他行政权力", "Other administrative power")]
    OtherPower = 10,

    [Code("20", "公共服务", "Public service")]
    PublicService = 20,
}
