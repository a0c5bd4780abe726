using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using FsCheck;
using FsCheck.Fluent;

namespace CrossRegion.Domain.Tests.Cases;

/// <summary>Whatever is tried in whatever order, the case never comes to a state that the law does not know.</summary>
public class LifecycleProperties
{
    private static readonly Func<Case, CaseStep>[] Attempts =
    [
        _ => SampleCase.Received,
        before => SampleCase.PreReviewed(before.PreReviews + 1),
        before => SampleCase.PreReviewed(before.PreReviews + 1, 1, 2),
        before => SampleCase.SupplementRequested(before.Supplements.Count + 1, 1, 2),
        before => SampleCase.SupplementRequested(before.Supplements.Count + 1, 2, 3),
        before => SampleCase.Supplemented(before.Supplements.Count),
        _ => SampleCase.Accepted(SampleCase.TaxOut, SampleCase.TaxIn),
        _ => new AcceptanceRefused(SampleCase.At, "system", SampleCase.NotCompetent),
        _ => new AcceptanceRefused(SampleCase.At, "system", SampleCase.Lapsed),
        _ => SampleCase.ReviewRequested(SampleCase.TaxOut),
        _ => SampleCase.ReviewRequested(SampleCase.TaxIn),
        _ => SampleCase.Approved(SampleCase.TaxOut),
        _ => SampleCase.Approved(SampleCase.TaxIn),
        _ => SampleCase.NotApproved(SampleCase.TaxIn),
        _ => SampleCase.Stopped(SampleCase.TaxOut),
        before => new SpecialProcedureStarted(SampleCase.At, "system", SpecialProcedureGround.Testing, before.Steps.Count),
        before => new SpecialProcedureEnded(SampleCase.At, "system", before.Steps.Count),
        _ => SampleCase.Granted,
        _ => SampleCase.Refused,
        _ => SampleCase.Concluded,
        _ => SampleCase.CertificateMade,
        _ => SampleCase.Delivered,
        _ => SampleCase.EvaluationInvited,
        _ => SampleCase.Evaluated,
        _ => SampleCase.Withdrawn,
        before => new HandlingFailed(SampleCase.At, "system", before.Generation, "OpenCase", "unreachable"),
        _ => SampleCase.Erased,
        before => new Replayed(SampleCase.At, "operator", before.Generation + 1, "修复后"),
    ];

    /// <summary>From any stage on, so that late steps are reached too. A withdrawal is rare, or few cases would live to be decided.</summary>
    private static readonly Arbitrary<(Case Start, int[] Tries)> Stories = (
        from stage in Gen.Elements(Enum.GetValues<CaseStage>())
        from tries in Gen.Choose(0, Attempts.Length - 1).ArrayOf(60)
        select (SampleCase.In(stage), tries)).ToArbitrary();

    [Fact]
    public void No_sequence_of_steps_leads_where_the_law_does_not() => Prop.ForAll(Stories, story =>
    {
        var now = story.Start;
        foreach (var attempt in story.Tries)
        {
            var step = Attempts[attempt](now);
            var refusal = Lifecycle.Refusal(now, step);
            if (refusal is null)
            {
                now = now.After(step);
                ShouldBeLawful(now);
            }
            else
            {
                Should.Throw<IllegalStepException>(() => now.After(step)).Fault.Code.ShouldBe(refusal.Code);
            }
        }
    }).QuickCheckThrowOnFailure();

    private static void ShouldBeLawful(Case now)
    {
        var granted = now.Decision?.Outcome == DecisionOutcome.Granted;
        Implies(now.Acceptance is not null, now.NonAcceptance is null, "accepted and refused acceptance", now);
        Implies(now.Acceptance is not null, now.Deficiencies.Count == 0, "accepted with materials missing (art. 32(5))", now);
        Implies(now.Decision is not null, now.Acceptance is not null, "decided without acceptance", now);
        Implies(now.Decision is not null, now.WithdrawnAt is null, "decided and withdrawn", now);
        Implies(now.Decision is not null, now.Reviews.Values.All(Ended), "decided while a department is at it", now);
        Implies(granted, now.Reviews.Values.All(review => review.State == ReviewState.Approved), "granted against a department", now);
        Implies(
            now.Decision?.Outcome == DecisionOutcome.Refused,
            now.Decision?.Reasons.Count > 0 && now.Decision.Remedies is not null,
            "refused without reasons or remedies (art. 38)",
            now);
        Implies(now.Certificate is not null, granted, "a certificate without a grant (art. 44)", now);
        Implies(now.DeliveredAt is not null, now.Decision is not null, "delivered, but not decided", now);
        Implies(now.DeliveredAt is not null && granted, now.Certificate is not null, "delivered without its certificate (art. 44)", now);
        Implies(now.Evaluation is not null, now.DeliveredAt is not null || now.NonAcceptance is not null, "rated before there is a result", now);
        Implies(
            now.Supplements.Count > 1,
            now.Supplements.Skip(1).SelectMany(Named).All(material => Named(now.Supplements[0]).Contains(material)),
            "something new after the one-time notice (art. 32(4))",
            now);
        Implies(now.ErasedAt is not null, now.IsClosed, "erased while there was a purpose (个人信息保护法 art. 47)", now);
        Implies(now.ErasedAt is not null, now.Steps.GetValueOrDefault("erased") == now.Steps.Count, "something was done after the erasure", now);
        Implies(true, now.Steps.Values.Order().SequenceEqual(Enumerable.Range(1, now.Steps.Count)), "gaps in the timeline", now);
    }

    private static IEnumerable<string> Named(Supplement supplement) => supplement.Deficiencies.Select(deficiency => deficiency.Material.Value);

    private static bool Ended(Review review) => review.State is ReviewState.Approved or ReviewState.Refused or ReviewState.Stopped;

    private static void Implies(bool ifThis, bool thenThat, string fault, Case now) =>
        (!ifThis || thenThat).ShouldBeTrue($"{fault}, after: {string.Join(" ", now.Steps.OrderBy(step => step.Value).Select(step => step.Key))}");
}
