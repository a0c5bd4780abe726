using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>期限重算: the calendar changed while the limits ran. None that was told becomes shorter.</summary>
/// <param name="Calendar">The fingerprint of the calendar they were counted by.</param>
/// <param name="Reason">What changed, as the notice that was imported.</param>
public sealed record LimitsRecomputed(Instant At, string By, string Calendar, string Reason) : CaseStep(At, By)
{
    public override string Key => $"limits-recomputed:{Calendar}";
}
