using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>特别程序 (art. 45): the time until its end does not count.</summary>
public sealed record SpecialProcedureStarted(Instant At, string By, SpecialProcedureGround Ground, int Number) : CaseStep(At, By)
{
    public override string Key => $"special-procedure-started:{Number}";
}
