using System.Net;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Portal.Applications;
using CrossRegion.Portal.Language;
using CrossRegion.Portal.Tests.Rendering;

namespace CrossRegion.Portal.Tests.Applications;

public sealed class ApplicationPageTests
{
    [Fact]
    public async Task Whoever_waits_reads_who_is_awaited_and_until_when()
    {
        var text = await TextAsync(SampleApplications.UnderReview, PortalLanguage.Chinese);

        text.ShouldContain("办理中：审查");
        text.ShouldContain("重庆市税务局");
        text.ShouldContain("出具审查意见");
        text.ShouldContain("2026年10月9日");
        text.ShouldContain("承诺办结时限");
        text.ShouldContain("2026年10月10日");
    }

    [Fact]
    public async Task The_same_page_speaks_English_when_asked()
    {
        var text = await TextAsync(SampleApplications.UnderReview, PortalLanguage.English);

        text.ShouldContain("<html lang=\"en\">");
        text.ShouldContain("Chongqing Tax Service");
        text.ShouldContain("give its opinion");
        text.ShouldContain("9 October 2026");
        text.ShouldContain("href=\"?lang=zh-CN\"");
    }

    [Fact]
    public async Task A_page_is_Chinese_first()
        => (await TextAsync(SampleApplications.Granted, PortalLanguage.Of(null))).ShouldContain("<html lang=\"zh-CN\">");

    [Fact]
    public async Task Every_moment_is_told_in_Beijing_time()
    {
        var utc = SampleApplications.UnderReview with { ReceivedAt = new DateTimeOffset(2026, 9, 28, 23, 30, 0, TimeSpan.Zero) };

        var text = await TextAsync(utc, PortalLanguage.Chinese);

        text.ShouldContain("2026年9月29日 07:30");
        text.ShouldContain("datetime=\"2026-09-29T07:30:00+08:00\"");
    }

    [Fact]
    public async Task An_erased_person_is_told_to_be_erased_and_the_rest_stays()
    {
        var zh = await TextAsync(SampleApplications.Erased, PortalLanguage.Chinese);
        var en = await TextAsync(SampleApplications.Erased, PortalLanguage.English);

        zh.ShouldContain("已依法删除");
        en.ShouldContain("Erased by law");
        zh.ShouldNotContain("蜀*");
        zh.ShouldContain("不予许可");
        zh.ShouldContain("企业跨省迁移登记");
    }

    [Fact]
    public async Task What_is_in_transit_is_shown_with_the_limit_that_runs_meanwhile()
    {
        var zh = await TextAsync(SampleApplications.InTransit, PortalLanguage.Chinese);
        var en = await TextAsync(SampleApplications.InTransit, PortalLanguage.English);

        zh.ShouldContain("移交在途:协同审查任务");
        zh.ShouldContain("移交时间：");
        zh.ShouldContain("其间计时：环节时限");
        zh.ShouldContain("办理地告知截至：");
        zh.ShouldContain("时限3 工作日");
        en.ShouldContain("In transit: review task");
        en.ShouldContain("meanwhile runs: Stage limit");
        en.ShouldContain("As told by the competent stamp: ");
    }

    [Fact]
    public async Task A_refusal_gives_reasons_and_remedies_as_article_38_wants()
    {
        var text = await TextAsync(SampleApplications.Refused, PortalLanguage.Chinese);

        text.ShouldContain("不予许可");
        text.ShouldContain("税收征收管理法 第四十八条");
        text.ShouldContain("行政复议");
        text.ShouldContain("行政诉讼");
    }

    [Fact]
    public async Task A_grant_shows_the_certificate_and_the_rating()
    {
        var text = await TextAsync(SampleApplications.Granted, PortalLanguage.Chinese);

        text.ShouldContain("准予许可，结果已送达");
        text.ShouldContain("1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F");
        text.ShouldContain("非常满意");
    }

    [Fact]
    public async Task All_deficiencies_are_told_at_one_time()
    {
        var text = await TextAsync(SampleApplications.SupplementRequested, PortalLanguage.Chinese);

        text.ShouldContain("请补正材料");
        foreach (var deficiency in SampleApplications.SupplementRequested.Supplement!.Deficiencies)
        {
            text.ShouldContain(deficiency.MessageZh);
        }
    }

    [Fact]
    public async Task Whoever_came_to_the_wrong_authority_reads_which_one_is_competent()
        => (await TextAsync(SampleApplications.NotAccepted, PortalLanguage.English)).ShouldContain("Chongqing Market Regulation");

    [Fact]
    public async Task A_broken_case_calms_the_citizen_and_keeps_the_technical_reason_to_itself()
    {
        var text = await TextAsync(SampleApplications.Failed, PortalLanguage.English);

        text.ShouldContain("Handling is interrupted; staff are dealing with it");
        text.ShouldNotContain(SampleApplications.Failed.Failure!.Reason);
    }

    [Fact]
    public async Task A_provisional_limit_is_marked()
    {
        (await TextAsync(SampleApplications.UnderReview with { Provisional = true }, PortalLanguage.Chinese)).ShouldContain("暂定");
        (await TextAsync(SampleApplications.UnderReview, PortalLanguage.Chinese)).ShouldNotContain("暂定");
    }

    [Fact]
    public async Task What_people_wrote_is_shown_and_never_run()
    {
        var html = await HtmlAsync(SampleApplications.Refused, PortalLanguage.Chinese);

        html.ShouldNotContain("<script");
        html.ShouldContain("&lt;script&gt;");
    }

    [Theory]
    [InlineData("under-review")]
    [InlineData("granted")]
    [InlineData("refused")]
    [InlineData("supplement")]
    [InlineData("not-accepted")]
    [InlineData("failed")]
    public async Task An_English_page_has_no_Chinese_but_what_people_wrote(string name)
    {
        var text = await TextAsync(SampleApplications.All[name], PortalLanguage.English);
        foreach (var written in (string[])["简体中文", "材料齐全,同意迁入。", "存在未办结的涉税事项。", "存在未办结的涉税事项", "税收征收管理法 第四十八条", "蜀**有限公司"])
        {
            text = text.Replace(written, "", StringComparison.Ordinal);
        }

        var body = text[text.IndexOf("<body>", StringComparison.Ordinal)..];
        new string([.. body.Where(character => character is >= '\u4e00' and <= '\u9fff')]).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_number_is_answered_in_both_languages()
    {
        (await PageRenderer.RenderAsync<ApplicationNotFoundPage>(new() { ["Language"] = PortalLanguage.English })).ShouldContain("No such application");
        WebUtility.HtmlDecode(await PageRenderer.RenderAsync<ApplicationNotFoundPage>(new() { ["Language"] = PortalLanguage.Chinese })).ShouldContain("没有找到该申请");
    }

    private static async Task<string> TextAsync(ApplicationView application, PortalLanguage language) =>
        WebUtility.HtmlDecode(await HtmlAsync(application, language));

    private static Task<string> HtmlAsync(ApplicationView application, PortalLanguage language) => PageRenderer.RenderAsync<ApplicationPage>(new()
    {
        ["Application"] = application,
        ["Timeline"] = SampleApplications.Timeline,
        ["Provinces"] = SampleProvinces.Names,
        ["Language"] = language,
    });
}
