using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Cases;

/// <summary>准予或不予行政许可 (行政许可法 art. 38).</summary>
[JsonConverter(typeof(CodeJsonConverter<DecisionOutcome>))]
public enum DecisionOutcome
{
    [Code("granted", "准予", "Granted")]
    Granted = 1,

    [Code("refused", "不予", "Refused")]
    Refused = 2,
}
