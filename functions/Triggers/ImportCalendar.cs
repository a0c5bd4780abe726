using System.Text;
using CrossRegion.Functions.Intake;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Functions.Triggers;

/// <summary>
/// <c>POST /api/operations/calendars</c>: imports a holiday notice (放假安排), in the form of the files in <c>catalogue/calendars</c>. Every
/// open limit is counted again by it, and none that was told becomes shorter.
/// </summary>
public sealed class ImportCalendar(CalendarImport calendars, Recomputation recomputation)
{
    [Function(nameof(ImportCalendar))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operations/calendars")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await BoundedBody.ReadAsync(request.Body, cancellation) is not { } body)
        {
            return new ProblemResult(BoundedBody.TooLarge);
        }

        var imported = await calendars.ImportAsync(Encoding.UTF8.GetString(body.Span), cancellation);
        if (imported.Notice is not { } notice)
        {
            return new ProblemResult(new Problem(ProblemKind.UnacceptableCalendar, imported.Faults));
        }

        await recomputation.StartAsync($"{notice.Title}({notice.Number})", client, cancellation);
        return Results.Json(new { region = notice.Region, year = notice.Year, number = notice.Number }, statusCode: StatusCodes.Status202Accepted);
    }
}
