using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>申请: an application was filed with a province's platform (行政许可法 art. 29).</summary>
public sealed record ApplicationSubmitted : IncomingEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.ApplicationSubmitted;

    public required ApplicationData Data { get; init; }
}
