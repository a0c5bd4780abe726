using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Tests.Cases;

/// <summary>What happens when nobody acts. The sample is received on Monday, 2 March 2026, and silence ends with Monday, 9 March.</summary>
public class PassingOfTimeTests
{
    private static readonly LocalDate Received = SampleCase.Today;

    [Fact]
    public void Article_32_4_five_working_days_of_silence_are_acceptance_from_the_day_of_receipt()
    {
        var silent = SampleCase.New.After(SampleCase.Received);
        Steps(silent, new LocalDate(2026, 3, 9)).Select(step => step.Key).ShouldBe(["rung:notice:warning"]);

        var accepted = Steps(silent, new LocalDate(2026, 3, 10)).OfType<Accepted>().ShouldHaveSingleItem();
        (accepted.Acceptance.Deemed, accepted.Acceptance.AcceptedOn).ShouldBe((true, Received));
        accepted.Acceptance.StatutoryDueOn.ShouldBe(new LocalDate(2026, 3, 5)); // three days from receipt: missed already
    }

    [Fact]
    public void Article_32_4_it_is_so_too_when_nothing_ran_for_weeks_and_happens_once()
    {
        var late = Live(SampleCase.New.After(SampleCase.Received), new LocalDate(2026, 5, 20));
        late.Acceptance!.AcceptedOn.ShouldBe(Received);
        late.Rungs.Select(rung => rung.Key).ShouldBe(["rung:notice:overdue", "rung:statutory:overdue", "rung:promised:overdue"], ignoreOrder: true);
        PassingOfTime.Step(late, At(new LocalDate(2026, 5, 20)), SampleCase.Rules, SupervisionThresholds.Default).ShouldBeNull();
    }

    [Fact]
    public void Article_32_4_what_is_incomplete_is_accepted_when_nobody_says_so() =>
        Live(SampleCase.New.After(SampleCase.Received).After(SampleCase.PreReviewed(1, 1)), new LocalDate(2026, 3, 10)).Acceptance!.Deemed.ShouldBeTrue();

    [Fact]
    public void Article_32_4_a_notice_in_time_ends_the_silence() =>
        Live(SampleCase.AwaitingSupplement, new LocalDate(2026, 5, 20)).Stage.ShouldBe(CaseStage.SupplementRequested);

    [Fact]
    public void Article_32_4_a_supplement_that_nobody_answers_is_accepted_from_its_own_receipt()
    {
        var supplemented = SampleCase.AwaitingSupplement.After(SampleCase.Supplemented(1) with { At = At(new LocalDate(2026, 3, 16)) });
        var accepted = Live(supplemented, new LocalDate(2026, 3, 24));
        accepted.Acceptance!.AcceptedOn.ShouldBe(new LocalDate(2026, 3, 16));
    }

    [Fact]
    public void Article_32_2_silence_makes_nobody_competent()
    {
        var elsewhere = SampleCase.New.After(SampleCase.Received) with { Province = ProvinceCode.Parse("54") };
        Live(elsewhere, new LocalDate(2026, 5, 20)).Acceptance.ShouldBeNull();
    }

    [Fact]
    public void The_next_moment_is_the_first_at_which_something_is_due()
    {
        var silent = SampleCase.New.After(SampleCase.Received);
        NextOn(silent, Received).ShouldBe(new LocalDate(2026, 3, 6)); // one of five days left
        var warned = Live(silent, new LocalDate(2026, 3, 6));
        NextOn(warned, new LocalDate(2026, 3, 6)).ShouldBe(new LocalDate(2026, 3, 10));
        NextOn(silent, new LocalDate(2026, 4, 1)).ShouldBe(new LocalDate(2026, 3, 10)); // due long ago
    }

    [Fact]
    public void Article_45_nothing_is_due_while_the_limits_are_held_up()
    {
        var held = SampleCase.UnderReview.After(SampleCase.ProcedureStarted(1));
        PassingOfTime.NextAt(held, At(new LocalDate(2026, 6, 1)), SampleCase.Rules, SupervisionThresholds.Default).ShouldBeNull();
        Steps(held, new LocalDate(2026, 6, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_missed_is_raised_though_the_case_is_over_by_then()
    {
        var delivered = SampleCase.Reviewed.After(SampleCase.Granted with { At = At(new LocalDate(2026, 3, 12)) });
        Live(delivered, new LocalDate(2026, 3, 12)).Rungs.Select(rung => rung.Key).ShouldContain("rung:statutory:overdue");
    }

    /// <summary>Every moment of a random life is found by looking only when <see cref="PassingOfTime.NextAt"/> says so.</summary>
    [Fact]
    public void Who_looks_only_at_the_next_moment_misses_nothing()
    {
        var random = new Random(4242);
        for (var number = 0; number < 200; number++)
        {
            var (daily, waking) = (SampleCase.New.After(SampleCase.Received), SampleCase.New.After(SampleCase.Received));
            var next = PassingOfTime.NextAt(waking, At(Received), SampleCase.Rules, SupervisionThresholds.Default);
            for (var today = Received; today < Received.PlusDays(60); today = today.PlusDays(1))
            {
                daily = Live(daily, today);
                if (next is { } moment && moment <= At(today))
                {
                    waking = Live(waking, today);
                }

                if (Event(random, daily, today) is { } step)
                {
                    (daily, waking) = (daily.After(step), waking.After(step));
                }

                next = PassingOfTime.NextAt(waking, At(today), SampleCase.Rules, SupervisionThresholds.Default);
                daily.Steps.Keys.Except(waking.Steps.Keys).ShouldBeEmpty($"life {number} on {today}: {string.Join(" ", daily.Steps.OrderBy(step => step.Value).Select(step => step.Key))}");
            }
        }
    }

    /// <summary>What somebody does that day, if anything.</summary>
    private static CaseStep? Event(Random random, Case now, LocalDate today)
    {
        CaseStep[] thinkable =
        [
            SampleCase.PreReviewed(now.PreReviews + 1),
            SampleCase.PreReviewed(now.PreReviews + 1, 1),
            SampleCase.SupplementRequested(now.Supplements.Count + 1, 1),
            SampleCase.Supplemented(now.Supplements.Count),
            new Accepted(SampleCase.At, "system", Acceptance.From(today, now.Number, SampleCase.Rules), [SampleCase.TaxOut, SampleCase.TaxIn]),
            SampleCase.ReviewRequested(SampleCase.TaxOut),
            SampleCase.ReviewRequested(SampleCase.TaxIn),
            SampleCase.Approved(SampleCase.TaxOut),
            SampleCase.Approved(SampleCase.TaxIn),
            SampleCase.ProcedureStarted(now.Procedures.Count + 1),
            new SpecialProcedureEnded(SampleCase.At, "registry-in", now.Procedures.Count),
            SampleCase.Granted,
            SampleCase.Concluded,
            SampleCase.CertificateMade,
            SampleCase.Delivered,
        ];
        var step = thinkable[random.Next(thinkable.Length)] with { At = At(today) };
        return random.Next(3) > 0 && Lifecycle.Refusal(now, step) is null ? step : null;
    }

    private static Case Live(Case subject, LocalDate today)
    {
        while (PassingOfTime.Step(subject, At(today), SampleCase.Rules, SupervisionThresholds.Default) is { } step)
        {
            subject = subject.After(step);
        }

        return subject;
    }

    private static List<CaseStep> Steps(Case subject, LocalDate today)
    {
        List<CaseStep> steps = [];
        while (PassingOfTime.Step(subject, At(today), SampleCase.Rules, SupervisionThresholds.Default) is { } step)
        {
            steps.Add(step);
            subject = subject.After(step);
        }

        return steps;
    }

    private static LocalDate NextOn(Case subject, LocalDate today) =>
        ChinaTime.DateOf(PassingOfTime.NextAt(subject, At(today), SampleCase.Rules, SupervisionThresholds.Default)!.Value);

    private static Instant At(LocalDate date) => ChinaTime.StartOf(date) + Duration.FromHours(9);
}
