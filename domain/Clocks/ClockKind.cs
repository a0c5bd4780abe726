using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Clocks;

/// <summary>时限种类: what a clock measures. Clocks of several kinds run side by side in one case.</summary>
[JsonConverter(typeof(CodeJsonConverter<ClockKind>))]
public enum ClockKind
{
    /// <summary>From the receipt of the material to the one-time notice, the acceptance or its refusal (行政许可法 art. 32(4)).</summary>
    [Code("notice", "一次性告知时限", "One-time notice")]
    Notice = 1,

    /// <summary>From acceptance to the decision, by law (art. 42(1); several departments: art. 26, 42(2)).</summary>
    [Code("statutory", "法定办结时限", "Statutory limit")]
    Statutory = 2,

    /// <summary>From acceptance to the decision, as the item's guide promises.</summary>
    [Code("promised", "承诺办结时限", "Promised limit")]
    Promised = 3,

    /// <summary>One stage of the handling, or one department's part of it.</summary>
    [Code("stage", "环节时限", "Stage limit")]
    Stage = 4,

    /// <summary>From the lower authority's acceptance to the end of its review (art. 43).</summary>
    [Code("lower-review", "下级审查时限", "Lower authority's review")]
    LowerReview = 5,

    /// <summary>From the decision to the delivery of the certificate (art. 44).</summary>
    [Code("delivery", "颁证送达时限", "Delivery")]
    Delivery = 6,
}
