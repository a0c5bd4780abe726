using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Portal.Applications;
using CrossRegion.Portal.Cases;
using CrossRegion.Portal.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Functions.Triggers;

/// <summary>The pages: <c>GET /api/portal</c> for operators, <c>GET /api/portal/applications/{number}</c> for whoever knows the number.</summary>
public sealed class ShowPortal(CaseReader reader, ProvinceNames provinces)
{
    [Function("ShowCases")]
    public async Task<IResult> ShowCasesAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "portal")] HttpRequest request, CancellationToken cancellation)
    {
        var query = CaseListQuery.Of(request.Query);
        var province = ProvinceCode.TryParse(query.Province, out var parsed, out _) ? parsed : null;
        var list = await PageAsync(province, query.Continuation, cancellation);
        return new RazorComponentResult<CaseListPage>(new { List = list, Query = query, Provinces = provinces });
    }

    /// <summary>A page that is not there any more, or never was, is the first one.</summary>
    private async Task<ApplicationList> PageAsync(ProvinceCode? province, string? continuation, CancellationToken cancellation)
    {
        try
        {
            return await reader.ListAsync(province, ListApplications.PageSize, continuation, cancellation);
        }
        catch (ArgumentException) when (continuation is not null)
        {
            return await reader.ListAsync(province, ListApplications.PageSize, continuation: null, cancellation);
        }
    }

    [Function("ShowApplication")]
    public async Task<IResult> ShowApplicationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "portal/applications/{number}")] HttpRequest request,
        string number,
        CancellationToken cancellation)
    {
        var language = PortalLanguage.Of(request.Query["lang"]);
        if (ApplicationNumber.TryParse(number, out var parsed, out _)
            && await reader.FindAsync(parsed, cancellation) is { } application
            && await reader.FindTimelineAsync(parsed, cancellation) is { } timeline)
        {
            return new RazorComponentResult<ApplicationPage>(
                new { Application = application, Timeline = timeline, Provinces = provinces, Language = language });
        }

        return new RazorComponentResult<ApplicationNotFoundPage>(new { Language = language }) { StatusCode = StatusCodes.Status404NotFound };
    }
}
