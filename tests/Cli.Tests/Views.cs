using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Cli.Tests;

/// <summary>Applications as a host shows them.</summary>
internal static class Views
{
    public static readonly ApplicationNumber Number =
        ApplicationNumber.Derive(ProvinceCode.Parse("51"), "urn:gov:cn:51:zwfw", "reference", new byte[32]);

    public static ApplicationView At(string stage, string zh = "某环节") => new()
    {
        Number = Number.Value,
        Item = new ItemReference("11450721MB15580811400010400200001", 13, "节能审查", "Energy review"),
        Mode = new CodedText("remoteReceipt", "异地代收代办", "Received elsewhere"),
        Province = "51",
        Stage = new CodedText(stage, zh, stage),
        Applicant = new ApplicantView("川*", "TX08"),
        ReceivedAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)),
        Generation = 1,
    };

    public static ApplicationView UnderReview() => At(StageCodes.UnderReview, "审查") with
    {
        AcceptedOn = new DateOnly(2026, 3, 2),
        PromisedDueOn = new DateOnly(2026, 3, 9),
        StatutoryDueOn = new DateOnly(2026, 3, 30),
        Provisional = false,
        WorkingDaysUsed = 2,
        Reviews = [new ReviewView("approval-bureau", "审批局", "Approval bureau", "45", ReviewState.Requested, null, null, null, null)],
        Awaiting =
        [
            new AwaitedStep(AwaitedParty.Department, "approval-bureau", "审批局", "Approval bureau", new("审查", "review"), new DateOnly(2026, 3, 9)),
        ],
    };

    public static ApplicationView Granted() => UnderReview() with
    {
        Stage = new CodedText(StageCodes.Delivered, "送达", "delivered"),
        Awaiting = [],
        Decision = new DecisionView(DecisionOutcome.Granted, new DateOnly(2026, 3, 5), [], null, null),
        Certificate = new CertificateView("1.2.156.3005.2.X", "批复", "Approval"),
        DeliveredAt = new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.FromHours(8)),
    };

    public static ApplicationView Refused() => Granted() with
    {
        Decision = new DecisionView(
            DecisionOutcome.Refused, new DateOnly(2026, 3, 5), [new ReasonView("没有住所", "户口登记条例 第十条")], "可申请行政复议", "Administrative review"),
        Certificate = null,
    };
}
