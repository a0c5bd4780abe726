using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Clocks.Entries;

/// <summary>计时终止: what the limit was for is done (notice, decision, review, delivery), or the applicant withdrew.</summary>
public sealed record ClockStopped(Instant At, string By, LegalBasis Ground, DocumentNumber? Document = null) : ClockEntry(At, By, Ground, Document);
