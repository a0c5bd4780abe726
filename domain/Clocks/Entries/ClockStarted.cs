using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Clocks.Entries;

/// <summary>计时开始. The limit counts from <paramref name="From"/>, which is day 0 and does not count itself.</summary>
/// <param name="From">
/// The day of receipt, acceptance or decision. It may lie before the entry: a deemed acceptance counts from the day of receipt
/// (行政许可法 art. 32(4)).
/// </param>
public sealed record ClockStarted(Instant At, string By, LocalDate From, LegalBasis Ground, DocumentNumber? Document = null)
    : ClockEntry(At, By, Ground, Document);
