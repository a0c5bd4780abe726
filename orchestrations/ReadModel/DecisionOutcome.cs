using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>准予 or 不予.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionOutcome>))]
public enum DecisionOutcome
{
    [JsonStringEnumMemberName("granted")]
    Granted,

    [JsonStringEnumMemberName("refused")]
    Refused,
}
