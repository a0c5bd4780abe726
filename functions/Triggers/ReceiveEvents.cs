using CrossRegion.Functions.Intake;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.Inbox;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Functions.Triggers;

/// <summary><c>POST /api/events</c>: CloudEvents from provincial platforms and departments, structured, binary or batch.</summary>
public sealed class ReceiveEvents(IntakeReader reader, EventIntake intake, IClock clock)
{
    [Function(nameof(ReceiveEvents))]
    public async Task<Received> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "events")] HttpRequest request, CancellationToken cancellation)
    {
        var read = await reader.ReadAsync(request.ContentType, request.Headers, request.Body, clock.GetCurrentInstant(), cancellation);
        if (!read.Accepted)
        {
            return new Received { Response = new ProblemResult(read.Problem) };
        }

        var outcome = await intake.TakeAsync(read.Events, cancellation);
        return new Received
        {
            Response = outcome.Problem is { } problem ? new ProblemResult(problem) : Accepted(outcome),
            Messages = [.. outcome.Messages],
        };
    }

    private static IResult Accepted(IntakeOutcome outcome) => Results.Json(
        new
        {
            accepted = outcome.Taken.Select(taken => new
            {
                id = taken.Event.Id,
                type = taken.Event.Type,
                applicationNumber = taken.Receipt.Number.Value,
                duplicate = taken.Receipt.Kind == ReceiptKind.Duplicate,
                href = $"/api/applications/{taken.Receipt.Number}",
            }),
        },
        statusCode: StatusCodes.Status202Accepted);
}
