using System.Text.Json;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Functions.Intake;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.Operations;
using CrossRegion.Orchestrations.ReadModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Functions.Triggers;

/// <summary>
/// For operators: <c>GET /api/operations/failed</c>, <c>POST /api/operations/{number}/replay</c> and
/// <c>POST /api/operations/{number}/erase</c>.
/// </summary>
public sealed class Operations(CaseReader reader, CaseReplay replay, CaseErasure erasure)
{
    private const int LongestReason = 500;

    [Function("ListFailed")]
    public async Task<IResult> ListFailedAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "operations/failed")] HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var failed = await reader.ListFailedAsync(ListApplications.PageSize, request.Query["continuation"], cancellation);
            return Results.Json(failed, ReadModelJson.Wire);
        }
        catch (ArgumentException)
        {
            return ProblemResult.BadContinuation();
        }
    }

    [Function("ReplayApplication")]
    public async Task<Received> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operations/{number}/replay")] HttpRequest request,
        string number,
        CancellationToken cancellation)
    {
        if (!ApplicationNumber.TryParse(number, out var parsed, out _))
        {
            return new Received { Response = ProblemResult.UnknownApplication(number) };
        }

        if (await ReasonAsync(request, cancellation) is not { } reason)
        {
            return new Received { Response = ReasonMissing() };
        }

        try
        {
            var (message, generation) = await replay.ReplayAsync(parsed, reason, cancellation);
            return new Received
            {
                Response = Results.Json(new { number = parsed.Value, generation }, statusCode: StatusCodes.Status202Accepted),
                Messages = [QueueText.Write(message)],
            };
        }
        catch (KeyNotFoundException)
        {
            return new Received { Response = ProblemResult.UnknownApplication(number) };
        }
        catch (IllegalStepException illegal)
        {
            return new Received { Response = new ProblemResult(new Problem(ProblemKind.Conflict, illegal.Faults)) };
        }
    }

    [Function("EraseApplication")]
    public async Task<IResult> EraseAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operations/{number}/erase")] HttpRequest request,
        string number,
        CancellationToken cancellation)
    {
        if (!ApplicationNumber.TryParse(number, out var parsed, out _))
        {
            return ProblemResult.UnknownApplication(number);
        }

        if (await ReasonAsync(request, cancellation) is not { } reason)
        {
            return ReasonMissing();
        }

        try
        {
            var erasedAt = await erasure.EraseAsync(parsed, reason, cancellation);
            return Results.Json(new { number = parsed.Value, erasedAt = erasedAt.ToDateTimeOffset() });
        }
        catch (KeyNotFoundException)
        {
            return ProblemResult.UnknownApplication(number);
        }
        catch (IllegalStepException illegal)
        {
            return new ProblemResult(new Problem(ProblemKind.Conflict, [illegal.Fault]));
        }
    }

    private static ProblemResult ReasonMissing() => new(new Problem(
        ProblemKind.BadQuery,
        [new Fault("reason", "reason-missing", $"请说明理由(1至{LongestReason}字)", $"say why, in 1 to {LongestReason} characters")]));

    private static async Task<string?> ReasonAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellation);
            var reason = body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("reason", out var value)
                && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : string.Empty;
            return reason.Length is > 0 and <= LongestReason ? reason : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
