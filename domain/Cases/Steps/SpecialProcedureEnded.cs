using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>特别程序结束 (art. 45): the limits run again.</summary>
/// <param name="Document">What it ended with, as the record of a hearing or an expert's report; null where there is none.</param>
public sealed record SpecialProcedureEnded(Instant At, string By, int Number, DocumentNumber? Document = null) : CaseStep(At, By)
{
    public override string Key => $"special-procedure-ended:{Number}";
}
