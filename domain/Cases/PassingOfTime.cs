using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Clocks;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>
/// What happens to a case because time passes and nobody acts: silence becomes acceptance (行政许可法 art. 32(4)), and supervision's
/// rungs are raised. Pure, so timers and sweeps that race or come late find the same; the steps' keys let each be taken once.
/// </summary>
public static class PassingOfTime
{
    private const string System = "system";

    /// <summary>The next step that is due by now; null when none is. After it was taken, ask again.</summary>
    public static CaseStep? Step(Case subject, Instant now, TimeRules rules, SupervisionThresholds thresholds)
    {
        if (subject.ErasedAt is not null)
        {
            return null;
        }

        var today = ChinaTime.DateOf(now);
        if (Deemed(subject, today, rules) is { } deemed)
        {
            var acceptance = Acceptance.From(deemed.AcceptedOn, subject.Number, rules, deemed: true);
            return new Accepted(now, System, acceptance, [.. rules.Item.Departments.Select(department => department.Key)]);
        }

        return DueRung(subject, today, rules, thresholds) is { } rung ? new RungRaised(now, System, rung.Rung, rung.On) : null;
    }

    /// <summary>
    /// When <see cref="Step"/> has something to say, if nothing else happens: past when it has now, null when never, as while the limits are
    /// held up or when the case is over.
    /// </summary>
    public static Instant? NextAt(Case subject, Instant now, TimeRules rules, SupervisionThresholds thresholds)
    {
        if (subject.ErasedAt is not null)
        {
            return null;
        }

        var today = ChinaTime.DateOf(now);
        var next = DueRung(subject, today, rules, thresholds) ?? Ladder.Next(subject.ReadClocks(today, rules), thresholds, Raised(subject));
        var dates = new[] { next?.On, Deemed(subject, today, rules)?.KnownFrom, SilenceEndsOn(subject, today, rules) };
        return dates.Min() is { } first ? ChinaTime.StartOf(first) : null;
    }

    private static RungDate? DueRung(Case subject, LocalDate today, TimeRules rules, SupervisionThresholds thresholds) =>
        Ladder.Due(subject.ReadClocks(today, rules), thresholds, Raised(subject)).FirstOrDefault();

    /// <summary>An authority that is not competent is not made so by silence: it still has to say so (art. 32(2)).</summary>
    private static DeemedAcceptance? Deemed(Case subject, LocalDate today, TimeRules rules) =>
        RunningNotice(subject, rules) is { } notice && notice.Start.From <= today
            ? DeemedAcceptance.Of(notice, today, rules.CalendarOf(notice.Key))
            : null;

    /// <summary>The day on which silence becomes acceptance, if it lasts until then.</summary>
    private static LocalDate? SilenceEndsOn(Case subject, LocalDate today, TimeRules rules) =>
        RunningNotice(subject, rules) is { } notice && notice.Start.From <= today
            ? notice.ReadOn(today, rules.CalendarOf(notice.Key)).Due.Date.PlusDays(1)
            : null;

    private static Clock? RunningNotice(Case subject, TimeRules rules) => PreReview.Competence(rules.Item, subject) is null
        ? subject.Clocks.Values.FirstOrDefault(clock => clock is { Key.Kind: ClockKind.Notice, State: ClockState.Running })
        : null;

    private static HashSet<Rung> Raised(Case subject) => [.. subject.Rungs];
}
