using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Clocks;

/// <summary>监察颜色, the least severe first: a case shows the most severe of its clocks.</summary>
[JsonConverter(typeof(CodeJsonConverter<SupervisionColour>))]
public enum SupervisionColour
{
    [Code("green", "绿灯:正常", "Green: in time")]
    Green = 1,

    [Code("blue", "蓝灯:计时中止", "Blue: paused")]
    Blue = 2,

    /// <summary>Near its end, or a stage is overdue though the whole is not.</summary>
    [Code("yellow", "黄灯:预警", "Yellow: warning")]
    Yellow = 3,

    [Code("orange", "黄牌:超过承诺时限", "Orange: past what was promised")]
    Orange = 4,

    [Code("red", "红牌:超过法定时限", "Red: past the limit of the law")]
    Red = 5,
}
