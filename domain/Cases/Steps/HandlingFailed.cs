using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>The machine could not go on. Not a step of the law: the stage stays what it was.</summary>
public sealed record HandlingFailed(Instant At, string By, int Generation, string FailedStep, string Reason) : CaseStep(At, By)
{
    public override string Key => $"handling-failed:{Generation}";
}
