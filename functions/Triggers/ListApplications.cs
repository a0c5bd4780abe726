using CrossRegion.Domain.Identifiers;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.ReadModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Functions.Triggers;

/// <summary><c>GET /api/applications</c>: the latest first, <c>?province=51</c>, <c>?continuation=</c> for the next page.</summary>
public sealed class ListApplications(CaseReader reader)
{
    /// <summary>Cases a page.</summary>
    public const int PageSize = 50;

    [Function(nameof(ListApplications))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "applications")] HttpRequest request, CancellationToken cancellation)
    {
        ProvinceCode? province = null;
        if ((string?)request.Query["province"] is { Length: > 0 } text && !ProvinceCode.TryParse(text, out province, out var fault))
        {
            return new ProblemResult(new Problem(ProblemKind.BadQuery, [fault.At("province")]));
        }

        try
        {
            return Results.Json(await reader.ListAsync(province, PageSize, request.Query["continuation"], cancellation), ReadModelJson.Wire);
        }
        catch (ArgumentException)
        {
            return ProblemResult.BadContinuation();
        }
    }
}
