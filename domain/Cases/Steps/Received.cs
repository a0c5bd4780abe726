using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>收件: the materials are in our hands; art. 32(4) counts from here.</summary>
/// <param name="Collected">Who received it for us; null when we did.</param>
public sealed record Received(Instant At, string By, Collection? Collected = null) : CaseStep(At, By)
{
    public override string Key => "received";
}
