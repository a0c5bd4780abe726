using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>审查意见: a department has decided on its part.</summary>
public sealed record ReviewDecided : CaseEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.ReviewDecided;

    public required ReviewData Data { get; init; }
}
