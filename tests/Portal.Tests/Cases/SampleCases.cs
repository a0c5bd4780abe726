using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Portal.Tests.Cases;

internal static class SampleCases
{
    public static ApplicationList Page { get; } = new(
        [
            Case("51K7Q2M9TX4BWZ3F8HC", "企业跨省迁移登记", "Relocation of an enterprise", "51", new(StageCodes.UnderReview, "审查", "under review"), failed: false),
            Case("50A1B2C3D4E5F6G7H8J", "基本医疗保险关系转移接续", "Transfer of medical insurance", "50", new(StageCodes.SupplementRequested, "补正告知", "supplement requested"), failed: false),
            Case("44Z9Y8X7W6V5T4S3R2Q", "住房公积金异地转移接续", "Transfer of a housing fund", "44", new(StageCodes.PreReview, "预审", "pre-review"), failed: true),
        ],
        "next/page+1");

    private static ApplicationSummary Case(string number, string zh, string en, string province, CodedText stage, bool failed) => new(
        number, zh, en, province, stage, new DateTimeOffset(2026, 9, 28, 9, 30, 0, TimeSpan.FromHours(8)),
        stage.Code == StageCodes.UnderReview ? new DateOnly(2026, 10, 10) : null, stage.Code == StageCodes.UnderReview ? new("yellow", "黄灯:预警", "Yellow: warning") : null, failed);
}
