using CrossRegion.Domain.Faults;
using CrossRegion.Functions.Intake;
using CrossRegion.Functions.Problems;
using CrossRegion.Functions.Search;
using CrossRegion.Orchestrations.ReadModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Functions.Triggers;

/// <summary>
/// <c>POST /api/applications/search</c>: one applicant's cases, the latest first. The identifier is in the body, since URLs are logged by
/// whoever passes them on.
/// </summary>
public sealed partial class SearchApplications(CaseReader reader, ILogger<SearchApplications> logger)
{
    [Function(nameof(SearchApplications))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "applications/search")] HttpRequest request, CancellationToken cancellation)
    {
        var faults = new FaultCollector();
        var body = await BoundedBody.ReadAsync(request.Body, cancellation) ?? ReadOnlyMemory<byte>.Empty;
        if (ApplicantSearch.Read(body, faults) is not { } search)
        {
            return new ProblemResult(new Problem(ProblemKind.BadQuery, faults));
        }

        try
        {
            var found = await reader.ListAsync(search.Applicant, ListApplications.PageSize, search.Continuation, cancellation);
            LogSearched(found.Applications.Count);
            return Results.Json(found, ReadModelJson.Wire);
        }
        catch (ArgumentException)
        {
            return ProblemResult.BadContinuation();
        }
    }

    /// <summary>Who asked is in the host's own log of requests; whom they asked for is in none.</summary>
    [LoggerMessage(3001, LogLevel.Information, "Cases were looked for by an applicant's identifier; this page has {Count}.")]
    private partial void LogSearched(int count);
}
