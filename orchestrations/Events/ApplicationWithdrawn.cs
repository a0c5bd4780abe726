using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>撤回: the applicant takes the application back.</summary>
public sealed record ApplicationWithdrawn : CaseEvent
{
    [JsonIgnore]
    public override string Type => EventTypes.ApplicationWithdrawn;

    public required WithdrawalData Data { get; init; }
}
