using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Events;

/// <summary>What a department has decided.</summary>
public sealed record ReviewData
{
    /// <summary>The department's key in the item.</summary>
    public required DepartmentKey Department { get; init; }

    public required ReviewOutcome Outcome { get; init; }

    /// <summary>审查意见.</summary>
    public required string Opinion { get; init; }

    /// <summary>At least one for a refusal (行政许可法 art. 38: a refusal gives reasons).</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Who answers for it: 谁办理、谁负责.</summary>
    public required string Officer { get; init; }
}
