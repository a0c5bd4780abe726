using System.Text.Json.Serialization;
using CrossRegion.Domain.Cases.Steps;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>Something that happened to a case: an entry of its timeline. The case is the fold of its steps (<see cref="Case.After"/>).</summary>
/// <param name="At">When.</param>
/// <param name="By">Who: <c>applicant</c>, <c>system</c>, <c>operator</c>, or a department's key.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(Applied), "applied")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(PreReviewed), "preReviewed")]
[JsonDerivedType(typeof(SupplementRequested), "supplementRequested")]
[JsonDerivedType(typeof(Supplemented), "supplemented")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(AcceptanceRefused), "acceptanceRefused")]
[JsonDerivedType(typeof(ReviewRequested), "reviewRequested")]
[JsonDerivedType(typeof(ReviewDecided), "reviewDecided")]
[JsonDerivedType(typeof(ReviewStopped), "reviewStopped")]
[JsonDerivedType(typeof(SpecialProcedureStarted), "specialProcedureStarted")]
[JsonDerivedType(typeof(SpecialProcedureEnded), "specialProcedureEnded")]
[JsonDerivedType(typeof(LimitExtended), "limitExtended")]
[JsonDerivedType(typeof(LimitsRecomputed), "limitsRecomputed")]
[JsonDerivedType(typeof(RungRaised), "rungRaised")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(Concluded), "concluded")]
[JsonDerivedType(typeof(CertificateMade), "certificateMade")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(EvaluationInvited), "evaluationInvited")]
[JsonDerivedType(typeof(Evaluated), "evaluated")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(HandlingFailed), "handlingFailed")]
[JsonDerivedType(typeof(Replayed), "replayed")]
[JsonDerivedType(typeof(Erased), "erased")]
public abstract record CaseStep(Instant At, string By)
{
    /// <summary>The step's name within its case. A case takes a step of one key once: taking it again changes nothing.</summary>
    [JsonIgnore]
    public abstract string Key { get; }
}
