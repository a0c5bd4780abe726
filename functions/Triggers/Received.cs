using CrossRegion.Functions.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Functions.Triggers;

/// <summary>An answer over HTTP, and messages for the queue.</summary>
public sealed class Received
{
    [HttpResult]
    public required IResult Response { get; init; }

    [QueueOutput(QueueText.QueueName)]
    public string[] Messages { get; init; } = [];
}
