using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Clocks.Entries;

/// <summary>延长期限 (行政许可法 art. 42): once, before the limit has run out.</summary>
/// <param name="Added">What is added, in the unit of the limit.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="Reason">Why, as the applicant was told.</param>
/// <param name="Document">The notice that told the applicant: never missing.</param>
public sealed record ClockExtended(
    Instant At, string By, TimeLimit Added, Approver Approver, [property: PersonalData] string Reason, LegalBasis Ground, DocumentNumber? Document)
    : ClockEntry(At, By, Ground, Document);
