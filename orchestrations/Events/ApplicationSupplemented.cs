using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>补正: what the one-time notice asked for was handed in (行政许可法 art. 32(4), (5)).</summary>
public sealed record ApplicationSupplemented : CaseEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.ApplicationSupplemented;

    public required SupplementData Data { get; init; }
}
