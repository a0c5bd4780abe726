using CrossRegion.Domain;
using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Portal.Tests.Applications;

/// <summary>Applications in the situations that the pages must be able to show.</summary>
internal static class SampleApplications
{
    public const string Number = "51K7Q2M9TX4BWZ3F8HC";

    private const string Identifier = "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F";

    /// <summary>Two departments of two provinces are reviewing; a third waits for them.</summary>
    public static ApplicationView UnderReview { get; } = new()
    {
        Number = Number,
        Item = new ItemReference("11450721MB15580811400014100500001", 2, "企业跨省迁移登记", "Relocation of an enterprise to another province"),
        Mode = new CodedText("jointHandling", "多地联办", "joint handling in several places"),
        Province = "51",
        Stage = new CodedText(StageCodes.UnderReview, "审查", "under review"),
        Applicant = new ApplicantView("蜀**有限公司", "**************5811"),
        ReceivedAt = At(9, 30),
        AcceptedOn = new DateOnly(2026, 9, 28),
        PromisedDueOn = new DateOnly(2026, 10, 10),
        StatutoryDueOn = new DateOnly(2026, 12, 7),
        Provisional = false,
        WorkingDaysUsed = 2,
        Awaiting =
        [
            new AwaitedStep(
                AwaitedParty.Department, "tax-out", "重庆市税务局", "Chongqing Tax Service",
                new LocalizedText("出具审查意见", "give its opinion"), new DateOnly(2026, 10, 9)),
        ],
        Reviews =
        [
            new ReviewView("market-in", "四川省市场监督管理局", "Sichuan Market Regulation", "51", ReviewState.Approved, At(10), At(11), "材料齐全,同意迁入。", null),
            new ReviewView("tax-out", "重庆市税务局", "Chongqing Tax Service", "50", ReviewState.Requested, At(10), null, null, new DateOnly(2026, 10, 9)),
            new ReviewView("social-in", "四川省人力资源和社会保障厅", "Sichuan Human Resources", "51", ReviewState.Waiting, null, null, null, null),
        ],
        Generation = 1,
    };

    /// <summary>Everything done, certificate delivered and rated.</summary>
    public static ApplicationView Granted { get; } = UnderReview with
    {
        Stage = new CodedText(StageCodes.Evaluated, "评价", "evaluated"),
        Awaiting = [],
        Reviews = [.. UnderReview.Reviews.Select(review => review with { State = ReviewState.Approved, DecidedAt = At(15) })],
        Decision = new DecisionView(DecisionOutcome.Granted, new DateOnly(2026, 9, 29), [], null, null),
        Certificate = new CertificateView(
            Identifier, "营业执照", "Business licence"),
        DeliveredAt = At(16),
        Evaluation = new EvaluationView(1),
    };

    /// <summary>A department refused.</summary>
    public static ApplicationView Refused { get; } = UnderReview with
    {
        Stage = new CodedText(StageCodes.Delivered, "送达", "delivered"),
        Awaiting = [],
        Reviews =
        [
            UnderReview.Reviews[0],
            UnderReview.Reviews[1] with { State = ReviewState.Refused, DecidedAt = At(14), Opinion = "存在未办结的涉税事项。" },
            UnderReview.Reviews[2] with { State = ReviewState.Stopped },
        ],
        Decision = new DecisionView(
            DecisionOutcome.Refused,
            new DateOnly(2026, 9, 30),
            [new ReasonView("存在未办结的涉税事项 <script>alert(1)</script>", "税收征收管理法 第四十八条")],
            "自收到本决定之日起六十日内可以申请行政复议,或者自知道之日起六个月内提起行政诉讼。",
            "You may apply for administrative review within 60 days of receiving this decision, or sue within 6 months."),
        DeliveredAt = At(17),
    };

    /// <summary>The applicant was told once what is missing.</summary>
    public static ApplicationView SupplementRequested { get; } = UnderReview with
    {
        Stage = new CodedText(StageCodes.SupplementRequested, "补正告知", "supplement requested"),
        AcceptedOn = null,
        PromisedDueOn = null,
        StatutoryDueOn = null,
        Provisional = null,
        WorkingDaysUsed = null,
        Reviews = [],
        Awaiting =
        [
            new AwaitedStep(
                AwaitedParty.Applicant, null, "申请人", "the applicant",
                new LocalizedText("补正材料", "supplement the materials"), new DateOnly(2026, 10, 20)),
        ],
        Supplement = new SupplementView(
            new DateOnly(2026, 9, 28),
            new DateOnly(2026, 10, 20),
            [
                new DeficiencyView("M001", "章程修正案", "Amended articles", "missing", "缺少章程修正案,请上传。", "The amended articles are missing; please upload them."),
                new DeficiencyView("M002", "股东会决议", "Resolution", "digest-mismatch", "股东会决议的摘要不符。", "The resolution's digest does not match."),
            ]),
    };

    /// <summary>Another authority is competent.</summary>
    public static ApplicationView NotAccepted { get; } = UnderReview with
    {
        Stage = new CodedText(StageCodes.NotAccepted, "不予受理", "acceptance refused"),
        AcceptedOn = null,
        PromisedDueOn = null,
        StatutoryDueOn = null,
        WorkingDaysUsed = null,
        Awaiting = [],
        Reviews = [],
        NotAccepted = new NotAcceptedView(
            NonAcceptanceKind.NotCompetent, "依法不属于本机关职权范围。", "It is not within this authority's powers.", "重庆市市场监督管理局", "Chongqing Market Regulation"),
    };

    /// <summary>A provider answered nonsense; an operator has to replay.</summary>
    public static ApplicationView Failed { get; } = UnderReview with
    {
        Failure = new FailureView("shared-data:tax", "the provider's answer makes no sense", At(12)),
        Generation = 2,
    };

    /// <summary>Shown on another stamp; a department's task has not arrived in its province yet.</summary>
    public static ApplicationView InTransit { get; } = UnderReview with
    {
        AsOf = At(12),
        Awaiting =
        [
            new AwaitedStep(
                AwaitedParty.Stamp, "tax-out", "重庆市(50)", "Chongqing (50)", new LocalizedText("移交在途:协同审查任务", "In transit: review task"),
                new DateOnly(2026, 10, 9), At(10), new CodedText("stage:review:tax-out", "环节时限", "Stage limit")),
        ],
        Clocks =
        [
            new ClockView(
                "stage:review:tax-out", new CodedText("stage", "环节时限", "Stage limit"), "tax-out", new CodedText("running", "计时中", "Running"),
                new CodedText("green", "绿灯:正常", "Green: in time"), new CodedText("workingDay", "工作日", "working day"), 3, 1, 2, new DateOnly(2026, 10, 9), Provisional: false, "50"),
        ],
        Reviews = [.. UnderReview.Reviews.Select(review => review with { Budget = 3, Unit = new CodedText("workingDay", "工作日", "working day") })],
    };

    /// <summary>The person was erased; the skeleton stays.</summary>
    public static ApplicationView Erased { get; } = Refused with
    {
        Applicant = null,
        Reviews = [.. Refused.Reviews.Select(review => review with { Opinion = null })],
        Decision = Refused.Decision! with { Reasons = [] },
        ErasedAt = At(18),
    };

    public static TimelineView Timeline { get; } = new(
        Number,
        [
            new TimelineEntryView(1, At(9, 30), new CodedText("received", "收件", "received"), "四川省政务服务平台送达申请。", "Filed by the Sichuan platform.", "applicant"),
            new TimelineEntryView(2, At(9, 31), new CodedText("accepted", "受理", "accepted"), "", "", "system"),
            new TimelineEntryView(3, At(11), new CodedText("reviewDecided", "部门意见", "department decided"), "同意。", "Approved.", "market-in"),
            new TimelineEntryView(4, At(15), new CodedText("certificateMade", "制证", "certificate made"), Identifier, Identifier, "system"),
        ]);

    public static IReadOnlyDictionary<string, ApplicationView> All { get; } = new Dictionary<string, ApplicationView>(StringComparer.Ordinal)
    {
        ["under-review"] = UnderReview,
        ["granted"] = Granted,
        ["refused"] = Refused,
        ["supplement"] = SupplementRequested,
        ["not-accepted"] = NotAccepted,
        ["failed"] = Failed,
        ["in-transit"] = InTransit,
        ["erased"] = Erased,
    };

    private static DateTimeOffset At(int hour, int minute = 0) => new(2026, 9, 28, hour, minute, 0, TimeSpan.FromHours(8));
}
