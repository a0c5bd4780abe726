using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>An operator lets a new generation of the orchestration go on from the case's state. Not a step of the law.</summary>
public sealed record Replayed(Instant At, string By, int Generation, [property: PersonalData] string Reason) : CaseStep(At, By)
{
    public override string Key => $"replayed:{Generation}";
}
