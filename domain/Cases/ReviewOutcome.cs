using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Cases;

/// <summary>同意或不同意: a department's answer.</summary>
[JsonConverter(typeof(CodeJsonConverter<ReviewOutcome>))]
public enum ReviewOutcome
{
    [Code("approved", "同意", "Approved")]
    Approved = 1,

    [Code("refused", "不同意", "Refused")]
    Refused = 2,
}
