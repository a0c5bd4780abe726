using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>特别程序结束: the limits run again (行政许可法 art. 45).</summary>
public sealed record ProcedureEnded : CaseEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.ProcedureEnded;

    public required ProcedureEndData Data { get; init; }
}
