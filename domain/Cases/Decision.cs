using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>The decision (决定). A refusal carries its reasons and the remedies (行政许可法 art. 38).</summary>
public sealed record Decision(
    DecisionOutcome Outcome, LocalDate DecidedOn, [property: PersonalData] IReadOnlyList<Reason> Reasons, LocalizedText? Remedies);
