using Microsoft.Playwright;

namespace CrossRegion.Portal.Tests.Browser;

/// <summary>The pages as a browser shows them; accessibility by WCAG 2.2 level AA.</summary>
public sealed class PortalBrowserTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    public static TheoryData<string> Pages { get; } = new(
        from page in (string[])
        [
            "/api/portal", "/api/portal/applications/under-review", "/api/portal/applications/granted", "/api/portal/applications/refused",
            "/api/portal/applications/supplement", "/api/portal/applications/not-accepted", "/api/portal/applications/failed",
        ]
        from language in (string[])["zh-CN", "en"]
        select $"{page}?lang={language}");

    [BrowserTheory, MemberData(nameof(Pages))]
    public async Task A_page_says_its_language_and_is_in_order(string path)
    {
        var page = await portal.OpenAsync(path);

        (await page.GetAttributeAsync("html", "lang")).ShouldBe(path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        (await page.Locator("h1").CountAsync()).ShouldBe(1);
        (await page.Locator("main").CountAsync()).ShouldBe(1);
        (await page.Locator("th:not([scope])").CountAsync()).ShouldBe(0);
        (await page.Locator("script").CountAsync()).ShouldBe(0);
        var levels = await page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))");
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First <= 1);
    }

    [BrowserTheory, MemberData(nameof(Pages))]
    public async Task Every_text_stands_out_from_its_background_by_at_least_4_5_to_1(string path)
    {
        var page = await portal.OpenAsync(path);

        var faint = await page.EvaluateAsync<string[]>(BrowserScripts.FaintTexts);

        faint.ShouldBeEmpty();
    }

    [AxeTheory, MemberData(nameof(Pages))]
    public async Task A_page_breaks_no_rule_of_axe(string path)
    {
        var page = await portal.OpenAsync(path);
        await page.EvaluateAsync(BrowserScripts.Axe);

        var broken = await page.EvaluateAsync<string[]>(BrowserScripts.AxeFindings);

        broken.ShouldBeEmpty();
    }

    [BrowserTheory, MemberData(nameof(Pages))]
    public async Task A_page_fits_a_narrow_telephone(string path)
    {
        var page = await portal.OpenAsync(path, width: 360);

        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

        overflow.ShouldBeLessThanOrEqualTo(0, "the page is wider than the screen");
    }

    [BrowserFact]
    public async Task A_page_is_whole_without_a_second_request()
    {
        var page = await portal.OpenAsync("/api/portal");
        var requests = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GotoAsync(portal.Address + "/api/portal/applications/granted", new() { WaitUntil = WaitUntilState.NetworkIdle });

        requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)).ShouldHaveSingleItem();
        complaints.ShouldBeEmpty();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('header.site')).backgroundColor")).ShouldBe("rgb(17, 74, 139)");
    }

    [BrowserFact]
    public async Task The_language_switch_leads_there_and_back()
    {
        var page = await portal.OpenAsync("/api/portal/applications/under-review");

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Relocation of an enterprise to another province");

        await page.GetByRole(AriaRole.Link, new() { Name = "简体中文" }).ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("企业跨省迁移登记");
    }

    [BrowserFact]
    public async Task An_operator_filters_by_province_turns_the_page_and_opens_a_case()
    {
        var page = await portal.OpenAsync("/api/portal?code=the%20key&lang=en");

        await page.GetByLabel("Filed in").SelectOptionAsync("50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        page.Url.ShouldBe(portal.Address + "/api/portal?province=50&lang=en&code=the+key");

        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        page.Url.ShouldBe(portal.Address + "/api/portal?province=50&continuation=next%2Fpage%2B1&lang=en&code=the%20key");
        (await page.GetByLabel("Filed in").InputValueAsync()).ShouldBe("50");

        await page.GetByRole(AriaRole.Link, new() { Name = "51K7Q2M9TX4BWZ3F8HC" }).ClickAsync();
        page.Url.ShouldBe(portal.Address + "/api/portal/applications/51K7Q2M9TX4BWZ3F8HC?lang=en");
    }

    [BrowserFact]
    public async Task Whoever_uses_the_keyboard_can_skip_to_the_content()
    {
        var page = await portal.OpenAsync("/api/portal/applications/under-review");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("main");
    }
}
