using System.Text;
using CrossRegion.Functions.Intake;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Functions.Triggers;

/// <summary>
/// The same events by way of Event Grid. What is refused over HTTP fails here: Event Grid tries again for a day and then keeps it in
/// its dead letters, so nothing is lost.
/// </summary>
public sealed class ReceiveEventGridEvent(IntakeReader reader, EventIntake intake, IClock clock)
{
    [Function(nameof(ReceiveEventGridEvent))]
    [QueueOutput(QueueText.QueueName)]
    public async Task<string[]> RunAsync([EventGridTrigger] string cloudEvent, CancellationToken cancellation)
    {
        var read = reader.Read("application/cloudevents+json", [], Encoding.UTF8.GetBytes(cloudEvent), clock.GetCurrentInstant());
        if (!read.Accepted)
        {
            throw new InvalidDataException(read.Problem.ToString());
        }

        var outcome = await intake.TakeAsync(read.Events, cancellation);
        return outcome.Problem is { } problem ? throw new InvalidDataException(problem.ToString()) : [.. outcome.Messages];
    }
}
