using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Cases;

/// <summary>
/// Which step may follow where: 申请 → 收件 → 预审 → (补正告知 ⇄ 补正) → 受理 | 不予受理 | 不受理 → 审查 (⇄ 特别程序) → 决定 → 办结 → 制证 → 送达 → 评价
/// (行政许可法 ch. 4). Whatever is not here the law does not know, and it is refused.
/// </summary>
public static class Lifecycle
{
    private static readonly CaseStage[] Anywhere = Enum.GetValues<CaseStage>();

    /// <summary>The stages from which each step may be taken.</summary>
    private static readonly Dictionary<Type, CaseStage[]> From = new()
    {
        [typeof(Received)] = [CaseStage.Applied],
        [typeof(PreReviewed)] = [CaseStage.Received, CaseStage.PreReview],
        [typeof(SupplementRequested)] = [CaseStage.PreReview],
        [typeof(Supplemented)] = [CaseStage.SupplementRequested],
        [typeof(Accepted)] = [CaseStage.Received, CaseStage.PreReview],
        [typeof(AcceptanceRefused)] = [CaseStage.Received, CaseStage.PreReview, CaseStage.SupplementRequested],
        [typeof(ReviewRequested)] = [CaseStage.Accepted, CaseStage.UnderReview, CaseStage.SpecialProcedure],
        [typeof(ReviewDecided)] = [CaseStage.UnderReview, CaseStage.SpecialProcedure],
        [typeof(ReviewStopped)] = [CaseStage.Accepted, CaseStage.UnderReview, CaseStage.SpecialProcedure],
        [typeof(SpecialProcedureStarted)] = [CaseStage.Accepted, CaseStage.UnderReview],
        [typeof(SpecialProcedureEnded)] = [CaseStage.SpecialProcedure],
        [typeof(LimitExtended)] = [CaseStage.Accepted, CaseStage.UnderReview, CaseStage.SpecialProcedure],
        [typeof(Decided)] = [CaseStage.Accepted, CaseStage.UnderReview],
        [typeof(Concluded)] = [CaseStage.Decided],
        [typeof(CertificateMade)] = [CaseStage.Concluded],
        [typeof(Delivered)] = [CaseStage.Concluded, CaseStage.CertificateMade],
        [typeof(EvaluationInvited)] = [CaseStage.Delivered, CaseStage.NotAccepted, CaseStage.NotRequired],
        [typeof(Evaluated)] = [CaseStage.Delivered, CaseStage.NotAccepted, CaseStage.NotRequired],
        [typeof(Withdrawn)] =
        [
            CaseStage.Received, CaseStage.PreReview, CaseStage.SupplementRequested, CaseStage.Accepted, CaseStage.UnderReview, CaseStage.SpecialProcedure,
        ],
        [typeof(RungRaised)] = Anywhere,
        [typeof(LimitsRecomputed)] = Anywhere,
        [typeof(HandlingFailed)] = Anywhere,
        [typeof(Replayed)] = Anywhere,
        [typeof(Erased)] = Anywhere, // once closed
    };

    /// <summary>Null when the law knows this step here; else why not.</summary>
    public static Fault? Refusal(Case before, CaseStep step)
    {
        var name = step.GetType().Name;
        if (before.Has(step.Key))
        {
            return Refuse("step-taken-already", $"该步骤已办理:{step.Key}", $"the step {step.Key} was taken already");
        }

        if (before.ErasedAt is not null)
        {
            return Refuse("erased", "该办件的个人信息已依法删除,不再办理", "the person is erased from this case: nothing more is done about it");
        }

        if (step is Erased && !before.IsClosed)
        {
            return Refuse("not-closed", "办件尚未终结,处理目的尚未实现,不能删除", "the case is not closed: its purpose still stands (个人信息保护法 art. 47)");
        }

        if (!From.TryGetValue(step.GetType(), out var stages) || !stages.Contains(before.Stage))
        {
            return Refuse(
                "step-not-allowed",
                $"“{before.Stage.Name().Zh}”之后不能进行 {name}",
                $"{name} cannot follow on the stage '{before.Stage.Name().En}'");
        }

        return step switch
        {
            SupplementRequested requested => OneNotice(before, requested.Supplement),
            Supplemented supplemented when supplemented.Round != before.Supplements[^1].Round =>
                Refuse("no-such-notice", "没有对应的补正告知", $"notice {supplemented.Round} is not the one that waits"),
            Accepted { Acceptance.Deemed: true } => null, // by law, whatever is missing and whoever had not looked yet (art. 32(4))
            Accepted when before.Stage == CaseStage.Received =>
                Refuse("not-examined", "尚未预审,不能受理", "nobody has examined it yet (art. 32)"),
            Accepted when before.Deficiencies.Count > 0 =>
                Refuse("incomplete", "材料未补齐,不能受理", "materials are still missing (art. 32(5))"),
            AcceptanceRefused refused => Ground(before, refused.NonAcceptance),
            ReviewRequested requested => ReviewIs(before, requested.Department.ToString(), ReviewState.Waiting),
            ReviewDecided decided when decided.Outcome == ReviewOutcome.Refused && decided.Reasons.Count == 0 => ReasonsMissing(),
            ReviewDecided decided => ReviewIs(before, decided.Department.ToString(), ReviewState.Requested),
            ReviewStopped stopped => ReviewIs(before, stopped.Department.ToString(), ReviewState.Waiting, ReviewState.Requested),
            SpecialProcedureStarted started when started.Number != before.Procedures.Count + 1 =>
                Refuse("no-such-procedure", "特别程序次序不符", $"the next special procedure is number {before.Procedures.Count + 1}"),
            SpecialProcedureEnded ended when ended.Number != before.OpenProcedure?.Number =>
                Refuse("no-such-procedure", "没有对应的特别程序", $"special procedure {ended.Number} is not the one that is open"),
            Decided decided => Decidable(before, decided.Decision),
            CertificateMade when before.Decision!.Outcome != DecisionOutcome.Granted =>
                Refuse("not-granted", "未准予许可,不能制证", "a refused application has no certificate"),
            Delivered when before.Stage == CaseStage.Concluded && before.Decision!.Outcome == DecisionOutcome.Granted =>
                Refuse("no-certificate", "证照尚未制作", "the certificate is not made yet (art. 44)"),
            Replayed when before.Failure is null =>
                Refuse("not-failed", "该办件没有失败,无须重放", "the case has not failed: there is nothing to replay"),
            Replayed replayed when replayed.Generation != before.Generation + 1 =>
                Refuse("wrong-generation", "重放代次不符", $"the next generation is {before.Generation + 1}"),
            _ => null,
        };
    }

    /// <summary>
    /// art. 32(4): everything is told at one time. A later notice may insist on what was told, and may name something new only with the
    /// reason why nobody could know it before.
    /// </summary>
    private static Fault? OneNotice(Case before, Supplement supplement)
    {
        if (supplement.Deficiencies.Count == 0)
        {
            return Refuse("nothing-to-supplement", "没有需要补正的内容", "a notice names at least one deficiency");
        }

        if (supplement.Round != before.Supplements.Count + 1)
        {
            return Refuse("no-such-notice", "补正告知次序不符", $"the next notice is number {before.Supplements.Count + 1}");
        }

        var told = before.Supplements.SelectMany(earlier => earlier.Deficiencies).Select(deficiency => deficiency.Material).ToHashSet();
        var added = supplement.Deficiencies.Where(deficiency => !told.Contains(deficiency.Material)).ToList();
        return before.Supplements.Count > 0 && added.Count > 0 && string.IsNullOrWhiteSpace(supplement.NewlyKnown)
            ? Refuse(
                "one-time-notice",
                $"一次性告知之后不得新增补正内容:{string.Join('、', added.Select(deficiency => deficiency.Name.Zh))}",
                $"after the one-time notice nothing new may be asked for, unless it could not be known before: {string.Join(", ", added.Select(deficiency => deficiency.Name.En))}")
            : null;
    }

    private static Fault? Ground(Case before, NonAcceptance nonAcceptance) => nonAcceptance switch
    {
        { Kind: NonAcceptanceKind.Lapsed } when before.Stage != CaseStage.SupplementRequested =>
            Refuse("no-such-notice", "没有等待补正的告知", "no notice waits for the applicant"),
        { Kind: not NonAcceptanceKind.Lapsed } when before.Stage == CaseStage.SupplementRequested =>
            Refuse("step-not-allowed", "等待补正期间不能作出该决定", "while a supplement is awaited only its lapse ends the matter"),
        { Kind: NonAcceptanceKind.NotCompetent, CompetentAuthority: null } =>
            Refuse("competent-authority-missing", "不予受理应当告知有权机关", "art. 32(2): the competent authority has to be named"),
        _ => null,
    };

    private static Fault? Decidable(Case before, Decision decision)
    {
        var open = before.Reviews.Values.Where(review => review.State is ReviewState.Waiting or ReviewState.Requested).ToList();
        if (open.Count > 0)
        {
            var names = string.Join(", ", open.Select(review => review.Department));
            return Refuse("review-open", $"部门审查尚未完成:{names}", $"departments have not answered yet: {names}");
        }

        return decision switch
        {
            { Outcome: DecisionOutcome.Granted } when before.Reviews.Values.Any(review => review.State != ReviewState.Approved) =>
                Refuse("not-approved", "有部门未同意,不能准予", "a department has not approved"),
            { Outcome: DecisionOutcome.Refused, Reasons.Count: 0 } => ReasonsMissing(),
            { Outcome: DecisionOutcome.Refused, Remedies: null } =>
                Refuse("remedies-missing", "不予许可应当告知救济途径", "art. 38: a refusal tells of review and litigation"),
            _ => null,
        };
    }

    private static Fault? ReviewIs(Case before, string department, params ReadOnlySpan<ReviewState> states)
    {
        if (!before.Reviews.TryGetValue(department, out var review))
        {
            return Refuse("unknown-department", $"该事项没有部门 {department}", $"{department} has no part in this case");
        }

        return states.Contains(review.State)
            ? null
            : Refuse("review-state", $"部门 {department} 的审查状态为“{review.State.Name().Zh}”", $"the review of {department} is '{review.State.Name().En}'");
    }

    private static Fault ReasonsMissing() => Refuse("reasons-missing", "不予许可应当说明理由", "art. 38: a refusal states its reasons");

    private static Fault Refuse(string code, string zh, string en) => new(string.Empty, code, zh, en);
}
