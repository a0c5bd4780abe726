using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Clocks.Entries;

/// <summary>计时中止 (行政许可法 art. 45): the days after this one do not count, up to and including that of the resumption.</summary>
/// <param name="Procedure">Which of the article's procedures; it knows no other ground.</param>
/// <param name="Needed">The time it needs, as the applicant was told.</param>
/// <param name="Document">The written notice that told the applicant (特别程序告知书): never missing.</param>
public sealed record ClockPaused(Instant At, string By, SpecialProcedureGround Procedure, TimeLimit Needed, DocumentNumber? Document)
    : ClockEntry(At, By, LicensingLaw.Exclusion, Document);
