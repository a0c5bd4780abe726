using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Clocks.Entries;

/// <summary>恢复计时: the special procedure is over (行政许可法 art. 45). The next counted day is day one after the pause.</summary>
public sealed record ClockResumed(Instant At, string By, DocumentNumber? Document = null) : ClockEntry(At, By, LicensingLaw.Exclusion, Document);
