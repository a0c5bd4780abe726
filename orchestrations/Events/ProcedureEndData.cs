using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Events;

/// <summary>How a special procedure ended.</summary>
public sealed record ProcedureEndData
{
    /// <summary>The record it ended with (听证笔录, 评审意见); null when there is none.</summary>
    public DocumentNumber? Document { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Officer { get; init; }
}
