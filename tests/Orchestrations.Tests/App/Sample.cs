using System.Text.Json.Nodes;

namespace CrossRegion.Orchestrations.Tests.App;

/// <summary>The demo's sample events, and the other events about a case.</summary>
internal static class Sample
{
    /// <summary>迁移: tax-out; then registry-out and tax-in at once; then registry-in.</summary>
    public const string Relocation = "01-enterprise-relocation";

    /// <summary>公积金: fund-letter, fund-out, fund-booking one after the other.</summary>
    public const string HousingFund = "04-housing-fund-transfer";

    /// <summary>联合验收: planning, civil-defence and utilities at once; then housing.</summary>
    public const string Completion = "07-joint-completion-acceptance";

    /// <summary>换证, with the photo missing and the driving licence known to nobody.</summary>
    public const string MissingMaterials = "09-missing-materials";

    /// <summary>From a province outside the item's scope.</summary>
    public const string OutOfScope = "11-not-competent";

    public static JsonObject Submission(string sample) => (JsonObject)Read(sample)["event"]!.DeepClone();

    /// <summary>The applicant's name and identifier.</summary>
    public static string[] Personal(string sample)
    {
        var applicant = Read(sample)["event"]!["data"]!["applicant"]!;
        return [(string)applicant["name"]!, (string)applicant["identifier"]!["value"]!];
    }

    public static JsonObject Supplement(string sample, string number, string id = "supplement-1") =>
        About(number, id, "application.supplemented", new JsonObject { ["materials"] = Read(sample)["supplement"]!.DeepClone() });

    public static JsonObject Withdrawal(string number, string id = "withdrawal-1") =>
        About(number, id, "application.withdrawn", new JsonObject { ["reason"] = "不再办理" });

    public static JsonObject Evaluation(string number, int satisfaction, string id = "evaluation-1") =>
        About(number, id, "evaluation.submitted", new JsonObject { ["satisfaction"] = satisfaction });

    public static JsonObject Approval(string number, string department, string id = "1") => About(
        number,
        $"{department}-{id}",
        "review.decided",
        new JsonObject { ["department"] = department, ["outcome"] = "approved", ["opinion"] = "同意", ["officer"] = "经办人甲" });

    public static JsonObject Refusal(string number, string department, string id = "1") => About(
        number,
        $"{department}-{id}",
        "review.decided",
        new JsonObject
        {
            ["department"] = department,
            ["outcome"] = "refused",
            ["opinion"] = "不同意",
            ["officer"] = "经办人乙",
            ["reasons"] = new JsonArray(new JsonObject { ["text"] = "未结清税款", ["legalBasis"] = "税收征收管理法 第十六条" }),
        });

    public static JsonObject ProcedureStart(string number, string id = "procedure-1", int workingDays = 15) => About(
        number,
        id,
        "procedure.started",
        new JsonObject { ["ground"] = "expertReview", ["workingDays"] = workingDays, ["document"] = "特告〔2026〕1号", ["officer"] = "经办人甲" });

    public static JsonObject ProcedureEnd(string number, string id = "procedure-2") =>
        About(number, id, "procedure.ended", new JsonObject { ["document"] = "评审意见1号", ["officer"] = "经办人甲" });

    public static JsonObject Extension(string number, int amount, string office, string id = "extension-1") => About(
        number,
        id,
        "extension.approved",
        new JsonObject
        {
            ["amount"] = amount,
            ["approver"] = new JsonObject { ["name"] = "韦某", ["office"] = office },
            ["reason"] = "案情复杂",
            ["document"] = "延告〔2026〕1号",
            ["officer"] = "经办人甲",
        });

    private static JsonObject About(string number, string id, string type, JsonObject data) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = "urn:gov:cn:51:zwfw",
        ["type"] = $"gov.crossregion.{type}.v1",
        ["subject"] = number,
        ["data"] = data,
    };

    private static JsonNode Read(string sample) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", sample + ".json")))!;
}
