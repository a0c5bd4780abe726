using System.Collections.Immutable;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Cases;

/// <summary>What each step changes. Whether it may be taken is <see cref="Lifecycle"/>'s question, answered before.</summary>
internal static class CaseFold
{
    public static Case Apply(Case before, CaseStep step) => step switch
    {
        Received received => before with { Stage = CaseStage.Received, ReceivedAt = step.At, ReceivedIn = received.Collected?.Province },
        PreReviewed reviewed => before with { Stage = CaseStage.PreReview, PreReviews = reviewed.Round, Deficiencies = reviewed.Deficiencies },
        SupplementRequested requested => before with { Stage = CaseStage.SupplementRequested, Supplements = before.Supplements.Add(requested.Supplement) },
        Supplemented supplemented => before with { Stage = CaseStage.PreReview, Materials = before.Materials.AddRange(supplemented.Materials) },
        Accepted accepted => before with { Stage = CaseStage.Accepted, Acceptance = accepted.Acceptance, Reviews = Waiting(accepted.Departments) },
        AcceptanceRefused refused => before with { Stage = StageOf(refused.NonAcceptance.Kind), NonAcceptance = refused.NonAcceptance },
        ReviewRequested requested => WithReview(
            before,
            requested.Department,
            review => review with { State = ReviewState.Requested, RequestedAt = step.At, DueOn = requested.DueOn }),
        ReviewDecided decided => WithReview(
            before,
            decided.Department,
            review => review with
            {
                State = decided.Outcome == ReviewOutcome.Approved ? ReviewState.Approved : ReviewState.Refused,
                DecidedAt = step.At,
                Opinion = decided.Opinion,
                Reasons = decided.Reasons,
            }),
        ReviewStopped stopped => WithReview(before, stopped.Department, review => review with { State = ReviewState.Stopped }),
        SpecialProcedureStarted started => before with
        {
            Stage = CaseStage.SpecialProcedure,
            Procedures = before.Procedures.Add(new HeldProcedure(started.Number, started.Ground, started.Needed, started.Document, step.At)),
        },
        SpecialProcedureEnded => before with
        {
            Stage = before.Reviews.Values.All(review => review.State == ReviewState.Waiting) ? CaseStage.Accepted : CaseStage.UnderReview,
            Procedures = before.Procedures.SetItem(before.Procedures.Count - 1, before.Procedures[^1] with { EndedAt = step.At }),
        },
        RungRaised raised => before with { Rungs = before.Rungs.Add(raised.Rung) },
        LimitExtended or LimitsRecomputed => before, // a matter of its clocks
        Decided decided => before with { Stage = CaseStage.Decided, Decision = decided.Decision },
        Concluded => before with { Stage = CaseStage.Concluded },
        CertificateMade made => before with { Stage = CaseStage.CertificateMade, Certificate = made.Certificate },
        Delivered => before with { Stage = CaseStage.Delivered, DeliveredAt = step.At },
        EvaluationInvited => before,
        Evaluated evaluated => before with { Stage = CaseStage.Evaluated, Evaluation = evaluated.Satisfaction },
        Withdrawn => before with { Stage = CaseStage.Withdrawn, WithdrawnAt = step.At },
        HandlingFailed failed => before with { Failure = new HandlingFailure(failed.FailedStep, failed.Reason, step.At) },
        Replayed replayed => before with { Failure = null, Generation = replayed.Generation },
        Erased => before with { ErasedAt = step.At, Failure = null },
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.GetType().Name, "no such step"),
    };

    private static CaseStage StageOf(NonAcceptanceKind kind) =>
        kind == NonAcceptanceKind.NotRequired ? CaseStage.NotRequired : CaseStage.NotAccepted;

    private static ImmutableSortedDictionary<string, Review> Waiting(IEnumerable<DepartmentKey> departments) =>
        departments.ToImmutableSortedDictionary(department => department.ToString(), department => new Review(department, ReviewState.Waiting), StringComparer.Ordinal);

    private static Case WithReview(Case before, DepartmentKey department, Func<Review, Review> change)
    {
        var key = department.ToString();
        var stage = before.Stage == CaseStage.SpecialProcedure ? before.Stage : CaseStage.UnderReview;
        return before with { Stage = stage, Reviews = before.Reviews.SetItem(key, change(before.Reviews[key])) };
    }
}
