using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Events;

/// <summary>An extension as it was approved and told.</summary>
public sealed record ExtensionData
{
    /// <summary>How much is added, in the unit of the statutory limit.</summary>
    public required int Amount { get; init; }

    public required Approver Approver { get; init; }

    /// <summary>Why, as the applicant is told.</summary>
    public required string Reason { get; init; }

    /// <summary>The number of the notice to the applicant.</summary>
    public required DocumentNumber Document { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Officer { get; init; }
}
