using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>A special procedure (特别程序) that a case went through, or is in; its time does not count (行政许可法 art. 45).</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Needed">The time it needs, as the applicant was told.</param>
/// <param name="Document">The written notice that told the applicant.</param>
/// <param name="EndedAt">Null while it lasts.</param>
public sealed record HeldProcedure(
    int Number, SpecialProcedureGround Ground, TimeLimit Needed, DocumentNumber Document, Instant StartedAt, Instant? EndedAt = null);
