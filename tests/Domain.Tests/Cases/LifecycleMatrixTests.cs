using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Clocks;

namespace CrossRegion.Domain.Tests.Cases;

/// <summary>
/// 行政许可法 ch. 4 as a table: from which stages each step may be taken. Written from the law, not from the code; what is not in it
/// the law does not know.
/// </summary>
public class LifecycleMatrixTests
{
    private static readonly CaseStage[] Everywhere = Enum.GetValues<CaseStage>();

    private static readonly Dictionary<string, CaseStage[]> Law = new()
    {
        [nameof(Applied)] = [], // it begins the case and is nobody's next step
        [nameof(Received)] = [CaseStage.Applied],
        [nameof(PreReviewed)] = [CaseStage.Received, CaseStage.PreReview], // again after a supplement
        [nameof(SupplementRequested)] = [CaseStage.PreReview], // art. 32(4)
        [nameof(Supplemented)] = [CaseStage.SupplementRequested],
        [nameof(Accepted)] = [CaseStage.PreReview], // art. 32(5); by law, after five days of silence, from receipt on (art. 32(4), below)
        [nameof(AcceptanceRefused)] = [CaseStage.Received, CaseStage.PreReview, CaseStage.SupplementRequested], // art. 32(1), 32(2), or the notice lapsed
        [nameof(ReviewRequested)] = [CaseStage.Accepted, CaseStage.UnderReview, CaseStage.SpecialProcedure], // art. 34; others go on meanwhile
        [nameof(ReviewDecided)] = [CaseStage.UnderReview, CaseStage.SpecialProcedure],
        [nameof(ReviewStopped)] = [CaseStage.Accepted, CaseStage.UnderReview, CaseStage.SpecialProcedure],
        [nameof(SpecialProcedureStarted)] = [CaseStage.Accepted, CaseStage.UnderReview], // art. 45
        [nameof(SpecialProcedureEnded)] = [CaseStage.SpecialProcedure],
        [nameof(LimitExtended)] = [CaseStage.Accepted, CaseStage.UnderReview, CaseStage.SpecialProcedure], // art. 42
        [nameof(Decided)] = [CaseStage.Accepted, CaseStage.UnderReview], // art. 34, 38
        [nameof(Concluded)] = [CaseStage.Decided],
        [nameof(CertificateMade)] = [CaseStage.Concluded], // art. 39
        [nameof(Delivered)] = [CaseStage.Concluded, CaseStage.CertificateMade], // art. 44; a refusal has no certificate
        [nameof(EvaluationInvited)] = [CaseStage.Delivered, CaseStage.NotAccepted, CaseStage.NotRequired],
        [nameof(Evaluated)] = [CaseStage.Delivered, CaseStage.NotAccepted, CaseStage.NotRequired],
        [nameof(Withdrawn)] = [CaseStage.Received, CaseStage.PreReview, CaseStage.SupplementRequested, CaseStage.Accepted, CaseStage.UnderReview, CaseStage.SpecialProcedure],
        [nameof(RungRaised)] = Everywhere, // what was missed shows, whatever came after
        [nameof(LimitsRecomputed)] = Everywhere,
        [nameof(HandlingFailed)] = Everywhere, // the machine's matter, not the law's
        [nameof(Replayed)] = Everywhere,
        [nameof(Erased)] = [CaseStage.NotAccepted, CaseStage.NotRequired, CaseStage.Delivered, CaseStage.Evaluated, CaseStage.Withdrawn], // 个人信息保护法 art. 47
    };

    public static TheoryData<CaseStage, string> EverythingThatCouldHappen
    {
        get
        {
            TheoryData<CaseStage, string> data = [];
            foreach (var (stage, step) in Everywhere.SelectMany(stage => Law.Keys.Select(step => (stage, step))))
            {
                data.Add(stage, step);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EverythingThatCouldHappen))]
    public void Only_the_laws_next_steps_may_follow_on_a_stage(CaseStage stage, string step)
    {
        var (before, next) = Prepare(stage, step);
        before.Stage.ShouldBe(stage);

        var refusal = Lifecycle.Refusal(before, next);

        if (Law[step].Contains(stage))
        {
            refusal.ShouldBeNull();
            before.After(next).Has(next.Key).ShouldBeTrue();
        }
        else
        {
            refusal.ShouldNotBeNull().Code.ShouldBeOneOf("step-not-allowed", "step-taken-already", "not-examined", "not-closed");
            Should.Throw<IllegalStepException>(() => before.After(next)).Fault.ShouldBe(refusal);
        }
    }

    [Fact]
    public void Silence_accepts_what_nobody_has_examined_and_what_is_incomplete()
    {
        var deemed = SampleCase.Accepted() with { Acceptance = SampleCase.Accepted().Acceptance with { Deemed = true } };
        foreach (var before in new[] { SampleCase.In(CaseStage.Received), SampleCase.New.After(SampleCase.Received).After(SampleCase.PreReviewed(1, 1)) })
        {
            before.After(deemed).Stage.ShouldBe(CaseStage.Accepted);
        }

        Lifecycle.Refusal(SampleCase.AwaitingSupplement, deemed).ShouldNotBeNull().Code.ShouldBe("step-not-allowed");
    }

    [Fact]
    public void The_table_knows_every_step_there_is() =>
        Law.Keys.ShouldBe(
            typeof(CaseStep).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseStep))).Select(type => type.Name), ignoreOrder: true);

    /// <summary>A case at the stage and a step that is right in everything but, perhaps, its place.</summary>
    private static (Case Before, CaseStep Next) Prepare(CaseStage stage, string step)
    {
        var before = SampleCase.In(stage);
        return (step, stage) switch
        {
            (nameof(Applied), _) => (before, SampleCase.Applied),
            (nameof(Received), _) => (before, SampleCase.Received),
            (nameof(PreReviewed), _) => (before, SampleCase.PreReviewed(9)),
            (nameof(SupplementRequested), _) => (before, SampleCase.SupplementRequested(before.Supplements.Count + 1, 1)),
            (nameof(Supplemented), _) => (before, SampleCase.Supplemented(1)),
            (nameof(Accepted), _) => (before, SampleCase.Accepted(SampleCase.TaxOut)),
            (nameof(AcceptanceRefused), CaseStage.SupplementRequested) => (before, new AcceptanceRefused(SampleCase.At, "system", SampleCase.Lapsed)),
            (nameof(AcceptanceRefused), _) => (before, new AcceptanceRefused(SampleCase.At, "system", SampleCase.NotCompetent)),
            (nameof(ReviewRequested), CaseStage.UnderReview) =>
                (SampleCase.AcceptedFor(SampleCase.TaxOut, SampleCase.TaxIn).After(SampleCase.ReviewRequested(SampleCase.TaxOut)), SampleCase.ReviewRequested(SampleCase.TaxIn)),
            (nameof(ReviewRequested), CaseStage.SpecialProcedure) =>
                (SampleCase.AcceptedFor(SampleCase.TaxOut, SampleCase.TaxIn).After(SampleCase.ReviewRequested(SampleCase.TaxOut)).After(SampleCase.ProcedureStarted(1)), SampleCase.ReviewRequested(SampleCase.TaxIn)),
            (nameof(ReviewRequested), _) => (before, SampleCase.ReviewRequested(SampleCase.TaxOut)),
            (nameof(ReviewDecided), _) => (before, SampleCase.Approved(SampleCase.TaxOut)),
            (nameof(ReviewStopped), _) => (before, SampleCase.Stopped(SampleCase.TaxOut)),
            (nameof(SpecialProcedureStarted), _) => (before, SampleCase.ProcedureStarted(before.Procedures.Count + 1)),
            (nameof(SpecialProcedureEnded), _) => (before, new SpecialProcedureEnded(SampleCase.At, "system", 1)),
            (nameof(LimitExtended), _) => (before, SampleCase.Extended(3)),
            (nameof(RungRaised), _) => (before, new RungRaised(SampleCase.At, "system", new Rung(ClockKey.Of(ClockKind.Promised), RungLevel.Overdue), SampleCase.Today)),
            (nameof(LimitsRecomputed), _) => (before, new LimitsRecomputed(SampleCase.At, "system", "5f2c", "2027年放假安排")),
            (nameof(Decided), CaseStage.Accepted) => (SampleCase.AcceptedFor(), SampleCase.Granted),
            (nameof(Decided), CaseStage.UnderReview) => (SampleCase.Reviewed, SampleCase.Granted),
            (nameof(Decided), _) => (before, SampleCase.Granted),
            (nameof(Concluded), _) => (before, SampleCase.Concluded),
            (nameof(CertificateMade), _) => (before, SampleCase.CertificateMade),
            (nameof(Delivered), CaseStage.Concluded) => (SampleCase.RefusedAndConcluded, SampleCase.Delivered),
            (nameof(Delivered), _) => (before, SampleCase.Delivered),
            (nameof(EvaluationInvited), _) => (before, SampleCase.EvaluationInvited),
            (nameof(Evaluated), _) => (before, SampleCase.Evaluated),
            (nameof(Withdrawn), _) => (before, SampleCase.Withdrawn),
            (nameof(HandlingFailed), _) => (before, Failed(before)),
            (nameof(Replayed), _) => (before.After(Failed(before)), new Replayed(SampleCase.At, "operator", 2, "修复后")),
            (nameof(Erased), _) => (before, SampleCase.Erased),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no such step"),
        };
    }

    private static HandlingFailed Failed(Case before) => new(SampleCase.At, "system", before.Generation, "LookUpSharedData", "unreachable");
}
