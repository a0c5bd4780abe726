using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Functions.Triggers;

/// <summary><c>GET /api/health</c>: healthy when the store answers.</summary>
public sealed class GetHealth(IDocumentStore documents)
{
    [Function(nameof(GetHealth))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            await documents.ReadAsync(new DocumentKey("health", CaseDocuments.CaseId), cancellation);
            return Results.Json(new { status = "healthy" });
        }
        catch (IOException)
        {
            return Results.Json(new { status = "unhealthy", store = "unreachable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
