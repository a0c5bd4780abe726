using CrossRegion.Domain.Clocks;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>监察预警: a limit comes near its end or has passed. The step's key is the claim: whoever takes it raises the rung, nobody else.</summary>
/// <param name="On">The day from which it was so.</param>
public sealed record RungRaised(Instant At, string By, Rung Rung, LocalDate On) : CaseStep(At, By)
{
    public override string Key => Rung.Key;
}
