using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Clocks;

/// <summary>监察预警级别 of one clock.</summary>
[JsonConverter(typeof(CodeJsonConverter<RungLevel>))]
public enum RungLevel
{
    [Code("warning", "临期提醒", "Near its end")]
    Warning = 1,

    [Code("overdue", "超期", "Overdue")]
    Overdue = 2,
}
