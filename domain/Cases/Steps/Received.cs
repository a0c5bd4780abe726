using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>收件: the materials are in our hands; art. 32(4) counts from here.</summary>
public sealed record Received(Instant At, string By) : CaseStep(At, By)
{
    public override string Key => "received";
}
