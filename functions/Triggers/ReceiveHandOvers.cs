using System.Globalization;
using CrossRegion.Domain.Faults;
using CrossRegion.Functions.Intake;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Exchange.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Functions.Triggers;

/// <summary>
/// <c>POST /api/exchange/hand-overs</c>: peers hand over. Whoever calls is known by what he has signed, so there is no key to this door.
/// </summary>
public sealed class ReceiveHandOvers(ExchangeDesk desk)
{
    [Function(nameof(ReceiveHandOvers))]
    public async Task<Received> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "exchange/hand-overs")] HttpRequest request, CancellationToken cancellation)
    {
        if (await BoundedBody.ReadAsync(request.Body, HandOverBatch.MaxBytes, cancellation) is not { } body)
        {
            var fault = new Fault("", "too-large", $"请求超过{HandOverBatch.MaxBytes}字节", $"the request has more than {HandOverBatch.MaxBytes} bytes");
            return Refused(ProblemKind.TooLarge, fault);
        }

        if (!HandOverBatch.TryRead(body, out var batch, out var wrong))
        {
            return Refused(ProblemKind.BadQuery, new Fault("", "malformed", "批次格式有误", $"the batch {wrong}"));
        }

        var taken = await desk.TakeAsync(batch, cancellation);
        return new Received { Response = Answer(request.HttpContext, taken.Answer), Messages = [.. taken.Messages.Select(QueueText.Write)] };
    }

    private static IResult Answer(HttpContext context, BatchAnswer answer)
    {
        if (answer.Answers is not null)
        {
            return Results.Json(answer, ExchangeJson.Options);
        }

        var seconds = Math.Ceiling((answer.Pause?.Ms ?? 0) / 1000.0);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Results.Json(answer, ExchangeJson.Options, statusCode: StatusCodes.Status429TooManyRequests);
    }

    private static Received Refused(ProblemKind kind, Fault fault) => new() { Response = new ProblemResult(new Problem(kind, [fault])) };
}
