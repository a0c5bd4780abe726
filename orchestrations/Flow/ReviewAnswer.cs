using CrossRegion.Domain.Cases;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>How a department's review stands: requested until it is approved, refused or stopped.</summary>
public sealed record ReviewAnswer(ReviewState State)
{
    /// <summary>Nothing more is awaited from the department.</summary>
    public bool Ended => State is ReviewState.Approved or ReviewState.Refused or ReviewState.Stopped;
}
