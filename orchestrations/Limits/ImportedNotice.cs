using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Orchestrations.Limits;

/// <summary>A notice that counts from now on, or everything that is wrong with it.</summary>
/// <param name="Notice">Null when it was refused.</param>
/// <param name="Faults">Empty when it was taken.</param>
public sealed record ImportedNotice(HolidayNotice? Notice, IReadOnlyList<Fault> Faults)
{
    internal static ImportedNotice Refused(IReadOnlyList<Fault> faults) => new(null, faults);
}
