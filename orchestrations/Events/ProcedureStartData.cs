using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Events;

/// <summary>Which special procedure began, and what the applicant was told of it in writing.</summary>
public sealed record ProcedureStartData
{
    /// <summary>One of the grounds of 行政许可法 art. 45.</summary>
    public required SpecialProcedureGround Ground { get; init; }

    /// <summary>The time it needs, in working days.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>特别程序告知书: the number of the notice to the applicant.</summary>
    public required DocumentNumber Document { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Officer { get; init; }
}
