using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>Whom to tell of a step of an application that another stamp handles: keys in its effect ledger here.</summary>
public sealed record TellReference(ApplicationNumber Number, IReadOnlyList<string> Publications, RetryPlan Retry);
