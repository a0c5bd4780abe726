using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Clocks;

/// <summary>
/// 行政许可法 (2019): its articles on time as grounds, and the limits it gives where no other law or regulation does. All of them are
/// working days (art. 82).
/// </summary>
public static class LicensingLaw
{
    /// <summary>Told at one time within 5 days of receiving the material; else deemed accepted.</summary>
    public static readonly LegalBasis Notice = Article("第三十二条第一款第(四)项");

    /// <summary>受理: accepted when complete.</summary>
    public static readonly LegalBasis Acceptance = Article("第三十二条第一款第(五)项");

    /// <summary>20 days, and 10 more on approval of the authority's head.</summary>
    public static readonly LegalBasis Decision = Article("第四十二条第一款");

    /// <summary>45 days where several departments handle it together (art. 26), and 15 more on approval of the government's head.</summary>
    public static readonly LegalBasis JointDecision = Article("第四十二条第二款");

    /// <summary>20 days for a lower authority's review.</summary>
    public static readonly LegalBasis LowerReview = Article("第四十三条");

    /// <summary>10 days to make and deliver the certificate.</summary>
    public static readonly LegalBasis Delivery = Article("第四十四条");

    /// <summary>Hearings, tests and their kin do not count; the time they need is told in writing.</summary>
    public static readonly LegalBasis Exclusion = Article("第四十五条");

    public static ClockRule NoticeRule { get; } = new(ClockKind.Notice, WorkingDays(5, Notice));

    public static ClockRule DecisionRule { get; } =
        new(ClockKind.Statutory, WorkingDays(20, Decision), new ExtensionRule(WorkingDays(10, Decision), ApproverOffice.AuthorityHead));

    public static ClockRule JointDecisionRule { get; } =
        new(ClockKind.Statutory, WorkingDays(45, JointDecision), new ExtensionRule(WorkingDays(15, JointDecision), ApproverOffice.GovernmentHead));

    public static ClockRule LowerReviewRule { get; } = new(ClockKind.LowerReview, WorkingDays(20, LowerReview));

    public static ClockRule DeliveryRule { get; } = new(ClockKind.Delivery, WorkingDays(10, Delivery));

    private static LegalBasis Article(string article) => new(new("中华人民共和国行政许可法", "Administrative Licensing Law"), article);

    private static TimeLimit WorkingDays(int amount, LegalBasis basis) => new(amount, LimitUnit.WorkingDay, basis);
}
