using System.Text.Json.Serialization;

namespace CrossRegion.Simulators.Departments;

/// <summary>A department's opinion on an application.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewOutcome>))]
public enum ReviewOutcome
{
    [JsonStringEnumMemberName("approved")]
    Approved,

    [JsonStringEnumMemberName("refused")]
    Refused,
}
