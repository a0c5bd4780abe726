using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>How far a department's review is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewState>))]
public enum ReviewState
{
    /// <summary>Another department has to decide first.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>Asked, and not answered yet.</summary>
    [JsonStringEnumMemberName("requested")]
    Requested,

    [JsonStringEnumMemberName("approved")]
    Approved,

    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>No longer needed: another department refused, or the applicant withdrew.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,
}
