using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>特别程序结束 (art. 45): the limits run again.</summary>
public sealed record SpecialProcedureEnded(Instant At, string By, int Number) : CaseStep(At, By)
{
    public override string Key => $"special-procedure-ended:{Number}";
}
