using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Queues.Storage;

/// <summary>Takes from a queue of the default connection, and puts on one of the same name of another.</summary>
public sealed class TwoConnections(Probe probe)
{
    [Function("PostBoth")]
    public static Both PostBoth([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) =>
        new(Results.Accepted(request.Path), "default", "orders");

    [Function("TakeDefault")]
    public void TakeDefault([QueueTrigger("first")] string message) => probe.Tell($"default connection: {message}");

    [Function("TakeOrders")]
    public void TakeOrders([QueueTrigger("first", Connection = "Orders")] string message) => probe.Tell($"connection Orders: {message}");

    public sealed record Both(
        [property: HttpResult] IResult Answer,
        [property: QueueOutput("first")] string First,
        [property: QueueOutput("first", Connection = "Orders")] string Second);
}
