using System.Net;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Portal.Cases;
using CrossRegion.Portal.Language;
using CrossRegion.Portal.Tests.Applications;
using CrossRegion.Portal.Tests.Rendering;

namespace CrossRegion.Portal.Tests.Cases;

public sealed class CaseListPageTests
{
    private static readonly CaseListQuery Everything = new(null, null, "the key", PortalLanguage.Chinese);

    [Fact]
    public async Task A_case_leads_to_its_page_by_a_relative_link_without_the_key()
        => (await RenderAsync(SampleCases.Page, Everything)).ShouldContain("href=\"portal/applications/51K7Q2M9TX4BWZ3F8HC?lang=zh-CN\"");

    [Fact]
    public async Task Only_the_broken_case_is_marked()
        => (await RenderAsync(SampleCases.Page, Everything)).Split("办理中断").Length.ShouldBe(2);

    [Fact]
    public async Task The_next_page_keeps_the_filter_the_language_and_the_key()
    {
        var html = await RenderAsync(SampleCases.Page, Everything with { Province = "51" });

        html.ShouldContain("href=\"?province=51&continuation=next%2Fpage%2B1&lang=zh-CN&code=the%20key\"");
    }

    [Fact]
    public async Task The_last_page_has_no_next()
        => (await RenderAsync(SampleCases.Page with { Continuation = null }, Everything)).ShouldNotContain("rel=\"next\"");

    [Fact]
    public async Task A_filter_begins_at_the_first_page_and_keeps_language_and_key()
    {
        var html = await RenderAsync(SampleCases.Page, Everything with { Province = "50", Continuation = "x" });

        html.ShouldContain("<option value=\"50\" selected");
        html.ShouldContain("<input type=\"hidden\" name=\"lang\" value=\"zh-CN\"");
        html.ShouldContain("<input type=\"hidden\" name=\"code\" value=\"the key\"");
        html.ShouldNotContain("name=\"continuation\"");
    }

    [Fact]
    public async Task No_cases_is_said_in_words()
        => (await RenderAsync(new ApplicationList([], null), Everything with { Language = PortalLanguage.English })).ShouldContain("There are no cases.");

    private static async Task<string> RenderAsync(ApplicationList list, CaseListQuery query) =>
        WebUtility.HtmlDecode(await PageRenderer.RenderAsync<CaseListPage>(new()
        {
            ["List"] = list,
            ["Query"] = query,
            ["Provinces"] = SampleProvinces.Names,
        }));
}
