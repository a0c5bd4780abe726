using System.Text.Json.Serialization;

namespace CrossRegion.Domain.CodeSets;

/// <summary>
/// 行使层级, GB/T 39046-2020 A.2: on which level of government the power is exercised; the 19th digit of the implementation code.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<ExerciseLevel>))]
public enum ExerciseLevel
{
    [Code("1", "国家级", "National")]
    Nation = 1,

    [Code("2", "省级", "Provincial")]
    Province = 2,

    [Code("3", "市级", "Prefectural")]
    Prefecture = 3,

    [Code("4", "县级", "County")]
    County = 4,

    [Code("5", "镇(乡、街道)级", "Township or sub-district")]
    Township = 5,

    [Code("6", "村(社区)级", "Village or community")]
    Village = 6,

    [Code("7", "分级管理", "Managed level by level")]
    ByLevel = 7,
}
