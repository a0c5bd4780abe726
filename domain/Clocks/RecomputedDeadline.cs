using CrossRegion.Domain.Calendars;
using NodaTime;

namespace CrossRegion.Domain.Clocks;

/// <summary>
/// A deadline counted again after the calendar changed (a notice was published or corrected). What the applicant was told is never
/// shortened: an earlier date leaves the told one in force, a later one replaces it and has to be told.
/// </summary>
/// <param name="Told">The last day as the applicant was told it.</param>
/// <param name="Computed">The last day by the calendar of now.</param>
public sealed record RecomputedDeadline(LocalDate Told, Deadline Computed)
{
    /// <summary>The deadline that holds.</summary>
    public Deadline InForce => Computed.Date < Told ? Computed with { Date = Told } : Computed;

    /// <summary>The applicant was told another day than the one that holds now.</summary>
    public bool IsToBeToldAnew => InForce.Date != Told;
}
