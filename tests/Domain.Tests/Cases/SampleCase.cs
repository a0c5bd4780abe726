using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Domain.Tests.Catalogue;
using NodaTime;

namespace CrossRegion.Domain.Tests.Cases;

/// <summary>One made-up case, taken as far as a test wants it, and the steps to take it there.</summary>
internal static class SampleCase
{
    public static readonly Instant At = Instant.FromUtc(2026, 3, 2, 1, 0);
    public static readonly LocalDate Today = ChinaTime.DateOf(At);
    public static readonly DepartmentKey TaxOut = DepartmentKey.Parse("tax-out");
    public static readonly DepartmentKey TaxIn = DepartmentKey.Parse("tax-in");
    public static readonly HandlingCode Item = HandlingCode.Parse("11510100MB9001018L300013190100001");
    public static readonly ApplicationNumber Number =
        ApplicationNumber.Derive(ProvinceCode.Parse("51"), "urn:gov:cn:51:zwfw", "SAMPLE", new byte[32]);

    public static readonly LocalizedText Remedies = new("可以申请行政复议或者提起行政诉讼", "You may ask for review or go to court");
    public static readonly Reason Reason = new("未结清税款", "税收征收管理法 第十六条");
    public static readonly NonAcceptance NotCompetent = new(NonAcceptanceKind.NotCompetent, new("无管辖权", "Not competent"), new("深圳市医保局", "Shenzhen"));
    public static readonly NonAcceptance Lapsed = new(NonAcceptanceKind.Lapsed, new("逾期未补正", "Not supplemented in time"), CompetentAuthority: null);

    public static readonly Applied Applied = new(
        At,
        "applicant",
        "SAMPLE",
        ProvinceCode.Parse("51"),
        Item,
        1,
        new Applicant { Type = ApplicantType.NaturalPerson, Name = "甲(模拟)", Identifier = new(HolderKind.ResidentId, "510104198506159009") },
        Agent: null,
        HandlingForm.Computer,
        "zh-CN",
        []);

    public static readonly Received Received = new(At, "system");
    public static readonly Decided Granted = new(At, "system", new Decision(DecisionOutcome.Granted, Today, [], Remedies: null));
    public static readonly Decided Refused = new(At, "system", new Decision(DecisionOutcome.Refused, Today, [Reason], Remedies));
    public static readonly Concluded Concluded = new(At, "system");
    public static readonly Delivered Delivered = new(At, "system");
    public static readonly EvaluationInvited EvaluationInvited = new(At, "system");
    public static readonly Evaluated Evaluated = new(At, "applicant", Satisfaction.VerySatisfied, Comment: null);
    public static readonly Withdrawn Withdrawn = new(At, "applicant", "不再迁移");
    public static readonly Erased Erased = new(At, "operator", "申请人要求删除");
    public static readonly CertificateMade CertificateMade = new(
        At,
        "system",
        new Certificate(
            ECertificateIdentifier.Create(CertificateTypeCode.Parse("11100000MB9009060N001"), UnifiedSocialCreditCode.Parse("11510100MB9001018L"), "1"),
            new("营业执照", "Business licence"),
            Today));

    /// <summary>The item's own limits (3 working days, a day for each department) by the published calendar; for applicants of every kind.</summary>
    public static readonly TimeRules Rules = new(
        ServiceCatalogue.Load(CatalogueFolder.Read()).Get(Item, 1) with { ApplicantTypes = Enum.GetValues<ApplicantType>() },
        WorkingDayCalendar.Load(CatalogueFolder.Read()));

    public static Case After(this Case before, CaseStep step) => before.After(step, Rules);

    public static Case New => Case.Begin(Number, Applied);

    public static Case InPreReview => New.After(Received).After(PreReviewed(1));

    public static Case AwaitingSupplement => New.After(Received).After(PreReviewed(1, 1, 2)).After(SupplementRequested(1, 1, 2));

    public static Case AcceptedFor(params DepartmentKey[] departments) => InPreReview.After(Accepted(departments));

    /// <summary>Two departments are asked.</summary>
    public static Case UnderReview => AcceptedFor(TaxOut, TaxIn).After(ReviewRequested(TaxOut)).After(ReviewRequested(TaxIn));

    public static Case Reviewed => UnderReview.After(Approved(TaxOut)).After(Approved(TaxIn));

    public static Case Certified => Reviewed.After(Granted).After(Concluded).After(CertificateMade);

    public static Case RefusedAndConcluded => UnderReview.After(NotApproved(TaxOut)).After(Stopped(TaxIn)).After(Refused).After(Concluded);

    /// <summary>The case as it comes to <paramref name="stage"/> by the straight way.</summary>
    public static Case In(CaseStage stage) => stage switch
    {
        CaseStage.Applied => New,
        CaseStage.Received => New.After(Received),
        CaseStage.PreReview => InPreReview,
        CaseStage.SupplementRequested => AwaitingSupplement,
        CaseStage.Accepted => AcceptedFor(TaxOut, TaxIn),
        CaseStage.NotAccepted => InPreReview.After(new AcceptanceRefused(At, "system", NotCompetent)),
        CaseStage.NotRequired =>
            InPreReview.After(new AcceptanceRefused(At, "system", new(NonAcceptanceKind.NotRequired, new("依法不需要", "Not required"), CompetentAuthority: null))),
        CaseStage.UnderReview => UnderReview,
        CaseStage.SpecialProcedure => UnderReview.After(ProcedureStarted(1)),
        CaseStage.Decided => Reviewed.After(Granted),
        CaseStage.Concluded => Reviewed.After(Granted).After(Concluded),
        CaseStage.CertificateMade => Certified,
        CaseStage.Delivered => Certified.After(Delivered),
        CaseStage.Evaluated => Certified.After(Delivered).After(EvaluationInvited).After(Evaluated),
        CaseStage.Withdrawn => UnderReview.After(Withdrawn),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "no way leads there"),
    };

    public static Deficiency Deficiency(int material) => new(MaterialCode.Create(Item, material), new($"材料{material}", $"Material {material}"), "missing", new("请提交", "Please hand in"));

    public static PreReviewed PreReviewed(int round, params int[] missing) =>
        new(At, "system", round, new Dictionary<string, bool>(), [.. missing.Select(Deficiency)]);

    public static SupplementRequested SupplementRequested(int round, params int[] missing) =>
        new(At, "system", new Supplement(round, Today, Today.PlusDays(14), [.. missing.Select(Deficiency)]));

    public static Supplemented Supplemented(int round) => new(At, "applicant", round, []);

    public static Accepted Accepted(params DepartmentKey[] departments) =>
        new(At, "system", new Acceptance(Today, "SL-1", Today.PlusDays(5), Today.PlusDays(20), PromisedProvisional: false, Provisional: false), departments);

    public static ReviewRequested ReviewRequested(DepartmentKey department) => new(At, "system", department, DueOn: null);

    public static ReviewDecided Approved(DepartmentKey department) => new(At, department.Value, department, ReviewOutcome.Approved, "同意", []);

    public static ReviewDecided NotApproved(DepartmentKey department, params Reason[] reasons) =>
        new(At, department.Value, department, ReviewOutcome.Refused, "不同意", reasons.Length > 0 ? reasons : [Reason]);

    public static SpecialProcedureStarted ProcedureStarted(int number, SpecialProcedureGround ground = SpecialProcedureGround.ExpertReview) =>
        new(At, "registry-in", ground, number, new TimeLimit(15, LimitUnit.WorkingDay, LicensingLaw.Exclusion), DocumentNumber.Parse("特告〔2026〕1号"));

    public static LimitExtended Extended(int days) => new(
        At,
        "registry-in",
        new TimeLimit(days, LimitUnit.WorkingDay, LicensingLaw.Decision),
        new Approver("韦某(模拟)", ApproverOffice.AuthorityHead),
        "案情复杂",
        DocumentNumber.Parse("延告〔2026〕1号"));

    public static ReviewStopped Stopped(DepartmentKey department) => new(At, "system", department);
}
