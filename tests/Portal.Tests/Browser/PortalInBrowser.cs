using System.Diagnostics.CodeAnalysis;
using CrossRegion.Portal.Applications;
using CrossRegion.Portal.Cases;
using CrossRegion.Portal.Language;
using CrossRegion.Portal.Tests.Applications;
using CrossRegion.Portal.Tests.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace CrossRegion.Portal.Tests.Browser;

/// <summary>The pages on a real server, in a real browser, with the samples behind them.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit disposes it asynchronously")]
public sealed class PortalInBrowser : IAsyncLifetime
{
    private WebApplication? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage? _page;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (Chromium.WhySkipped is not null)
        {
            return;
        }

        _server = await StartServerAsync();
        Address = _server.Urls.Single();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>Opens a page of the portal in a browser without history and cookies; the page before is closed.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280)
    {
        await (_page?.CloseAsync() ?? Task.CompletedTask);
        _page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        var response = await _page.GotoAsync(Address + path);
        response!.Ok.ShouldBeTrue($"{path} answered {response.Status}");
        return _page;
    }

    private static async Task<WebApplication> StartServerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        var server = builder.Build();
        server.MapGet("/api/portal", (HttpRequest request) => new RazorComponentResult<CaseListPage>(new
        {
            List = SampleCases.Page,
            Query = CaseListQuery.Of(request.Query),
            Provinces = SampleProvinces.Names,
        }));
        server.MapGet("/api/portal/applications/{name}", (string name, string? lang) => new RazorComponentResult<ApplicationPage>(new
        {
            Application = SampleApplications.All.GetValueOrDefault(name, SampleApplications.UnderReview),
            SampleApplications.Timeline,
            Provinces = SampleProvinces.Names,
            Language = PortalLanguage.Of(lang),
        }));
        await server.StartAsync();
        return server;
    }
}
