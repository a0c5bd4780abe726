using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>A clock that has to run where a case stands.</summary>
/// <param name="From">Day 0.</param>
/// <param name="Ground">The rule by which it starts.</param>
internal sealed record RunningClock(ClockKey Key, ClockRule Rule, LocalDate From, LegalBasis Ground)
{
    /// <summary>Every clock that has to run after a step, from the state that the case is in then.</summary>
    public static IEnumerable<RunningClock> Of(Case subject, LocalDate today, TimeRules rules)
    {
        if (subject.Stage is CaseStage.Received or CaseStage.PreReview)
        {
            var round = subject.Supplements.Count + 1;
            var received = round == 1 && subject.ReceivedAt is { } at ? ChinaTime.DateOf(at) : today;
            yield return new(ClockKey.Notice(round), LicensingLaw.NoticeRule, received, LicensingLaw.Notice);
        }

        if (subject.Acceptance is { } acceptance && subject.Decision is null && !subject.IsClosed)
        {
            var limits = rules.Item.Limits;
            yield return new(ClockKey.Of(ClockKind.Statutory), ClockRule.Statutory(limits, rules.Office), acceptance.AcceptedOn, LicensingLaw.Acceptance);
            yield return new(ClockKey.Of(ClockKind.Promised), ClockRule.Promised(limits), acceptance.AcceptedOn, LicensingLaw.Acceptance);
            foreach (var review in subject.Reviews.Values.Where(review => review.State == ReviewState.Requested))
            {
                if (rules.Item.FindDepartment(review.Department) is { } department)
                {
                    var asked = review.RequestedAt is { } at ? ChinaTime.DateOf(at) : today;
                    yield return new(ClockKey.Review(review.Department), ClockRule.Stage(department.Limit), asked, LicensingLaw.Acceptance);
                }
            }
        }

        if (subject.Decision is { Outcome: DecisionOutcome.Granted } decision && !subject.IsClosed)
        {
            yield return new(ClockKey.Of(ClockKind.Delivery), LicensingLaw.DeliveryRule, decision.DecidedOn, LicensingLaw.Delivery);
        }

        if (StageOf(subject) is { } stage && rules.Item.StageLimit(stage) is { } limit)
        {
            yield return new(ClockKey.Stage(stage), ClockRule.Stage(limit), today, limit.Basis ?? LicensingLaw.Acceptance);
        }
    }

    /// <summary>办理环节 in which the case is; null where none has a limit of its own. The pre-review has that of the notice.</summary>
    private static HandlingStage? StageOf(Case subject) => subject.Stage switch
    {
        CaseStage.Accepted or CaseStage.UnderReview or CaseStage.SpecialProcedure =>
            subject.Reviews.Values.Any(review => review.State is ReviewState.Waiting or ReviewState.Requested) ? HandlingStage.Review : HandlingStage.Decision,
        CaseStage.Decided or CaseStage.Concluded when subject.Decision?.Outcome == DecisionOutcome.Granted => HandlingStage.Certificate,
        CaseStage.Decided or CaseStage.Concluded or CaseStage.CertificateMade => HandlingStage.Delivery,
        _ => null,
    };
}
