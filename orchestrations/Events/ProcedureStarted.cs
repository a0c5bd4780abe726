using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>特别程序开始: the lead began one of art. 45's procedures and told the applicant in writing.</summary>
public sealed record ProcedureStarted : CaseEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.ProcedureStarted;

    public required ProcedureStartData Data { get; init; }
}
