using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>
/// 时限单位, as the provinces' exchange library counts: what a time limit is measured in. Periods of the authority are working days
/// (行政许可法 art. 82).
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<LimitUnit>))]
public enum LimitUnit
{
    [Code("1", "工作日", "working day")]
    WorkingDay = 1,

    [Code("2", "自然日", "calendar day")]
    CalendarDay = 2,

    [Code("3", "小时", "hour")]
    Hour = 3,

    [Code("4", "分钟", "minute")]
    Minute = 4,

    [Code("5", "月", "month")]
    Month = 5,
}
