using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>Why an application never was accepted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotAcceptedKind>))]
public enum NotAcceptedKind
{
    /// <summary>不予受理 (行政许可法 art. 32(2)).</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>不受理: no licence is needed (art. 32(1)).</summary>
    [JsonStringEnumMemberName("notRequired")]
    NotRequired,

    /// <summary>逾期未补正: the supplement did not come in time.</summary>
    [JsonStringEnumMemberName("lapsed")]
    Lapsed,
}
