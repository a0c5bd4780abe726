using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Calendars;

/// <summary>What a day is to the count of working days.</summary>
[JsonConverter(typeof(CodeJsonConverter<DayKind>))]
public enum DayKind
{
    [Code("workingDay", "工作日", "Working day")]
    WorkingDay = 1,

    [Code("makeUpDay", "调休上班", "Make-up working day")]
    MakeUpDay = 2,

    [Code("weekend", "周末", "Weekend")]
    Weekend = 3,

    [Code("holiday", "放假", "Holiday")]
    Holiday = 4,
}
