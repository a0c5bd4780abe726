using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>One department's part in a case.</summary>
public sealed record Review(
    DepartmentKey Department,
    ReviewState State,
    Instant? RequestedAt = null,
    LocalDate? DueOn = null,
    Instant? DecidedAt = null,
    [property: PersonalData] string? Opinion = null,
    [property: PersonalData] IReadOnlyList<Reason>? Reasons = null);
