using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>An application to be handed over, and whether the authorities know its applicant; null when they could not be asked.</summary>
public sealed record CheckedApplication(ApplicationNumber Number, bool? IdentityConfirmed);
