using CrossRegion.Domain.Identifiers;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.ReadModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Functions.Triggers;

/// <summary><c>GET /api/applications/{number}</c> and its timeline.</summary>
public sealed class GetApplication(CaseReader reader)
{
    [Function(nameof(GetApplication))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "applications/{number}")] HttpRequest request,
        string number,
        CancellationToken cancellation) =>
        Answer(number, ApplicationNumber.TryParse(number, out var parsed, out _) ? await reader.FindAsync(parsed, cancellation) : null);

    [Function("GetTimeline")]
    public async Task<IResult> RunTimelineAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "applications/{number}/timeline")] HttpRequest request,
        string number,
        CancellationToken cancellation) =>
        Answer(number, ApplicationNumber.TryParse(number, out var parsed, out _) ? await reader.FindTimelineAsync(parsed, cancellation) : null);

    private static IResult Answer<T>(string number, T? view) where T : class =>
        view is null ? ProblemResult.UnknownApplication(number) : Results.Json(view, ReadModelJson.Wire);
}
