using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>同意 or 不同意.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewOutcome>))]
public enum ReviewOutcome
{
    [JsonStringEnumMemberName("approved")]
    Approved = 1,

    [JsonStringEnumMemberName("refused")]
    Refused = 2,
}
