using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>特别程序 (art. 45): the time until its end does not count.</summary>
/// <param name="Number">1 for the first of the case.</param>
/// <param name="Needed">The time it needs, as the applicant was told.</param>
/// <param name="Document">The written notice that told the applicant (特别程序告知书).</param>
public sealed record SpecialProcedureStarted(
    Instant At, string By, SpecialProcedureGround Ground, int Number, TimeLimit Needed, DocumentNumber Document) : CaseStep(At, By)
{
    public override string Key => $"special-procedure-started:{Number}";
}
