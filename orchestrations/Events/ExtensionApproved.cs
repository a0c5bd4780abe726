using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>延长期限: the extension of the statutory limit was approved (行政许可法 art. 42).</summary>
public sealed record ExtensionApproved : CaseEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.ExtensionApproved;

    public required ExtensionData Data { get; init; }
}
