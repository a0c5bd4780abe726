using CrossRegion.Domain;

namespace CrossRegion.Portal.Applications;

/// <summary>满意度 by GB/T 39046 A.8 in words; 1 is the best.</summary>
internal static class SatisfactionWords
{
    public static LocalizedText Of(int satisfaction) => satisfaction switch
    {
        1 => new("非常满意", "very satisfied"),
        2 => new("满意", "satisfied"),
        3 => new("基本满意", "basically satisfied"),
        4 => new("不满意", "dissatisfied"),
        5 => new("非常不满意", "very dissatisfied"),
        _ => throw new ArgumentOutOfRangeException(nameof(satisfaction), satisfaction, "GB/T 39046 A.8 has the grades 1 to 5"),
    };
}
