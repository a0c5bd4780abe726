using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>评价: the applicant rates the handling (国办发〔2019〕51号: once per handling).</summary>
public sealed record EvaluationSubmitted : CaseEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.EvaluationSubmitted;

    public required EvaluationData Data { get; init; }
}
