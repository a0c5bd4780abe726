using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Queues;

public sealed class QueueSamples(Probe probe)
{
    [Function("Post")]
    public static async Task<Posted> Post([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        using StreamReader reader = new(request.Body);
        string[] lines = (await reader.ReadToEndAsync()).Split('\n');
        return new Posted
        {
            Answer = Results.Accepted(),
            First = lines[0],
            Rest = lines[1..],
            Order = lines[0] == "order" ? new Order("A1", 3) : null,
        };
    }

    [Function("TakeFirst")]
    public void TakeFirst([QueueTrigger("first")] string message, int dequeueCount, FunctionContext context) =>
        probe.Tell($"first {message} {dequeueCount} {context.BindingContext.BindingData["DequeueCount"]}");

    [Function("TakeRest")]
    public void TakeRest([QueueTrigger("rest")] BinaryData message) => probe.Tell($"rest {message}");

    [Function("TakeOrder")]
    [QueueOutput("forwarded")]
    public Task<byte[]> TakeOrder([QueueTrigger("orders")] Order order) => Task.FromResult(BinaryData.FromString($"{order.Code} x {order.Count}").ToArray());

    [Function("TakeForwarded")]
    public async ValueTask TakeForwarded([QueueTrigger("forwarded")] byte[] message)
    {
        await Task.Yield();
        probe.Tell($"forwarded {BinaryData.FromBytes(message)}");
    }

    public sealed record Order(string Code, int Count);

    public sealed class Posted
    {
        [HttpResult]
        public required IResult Answer { get; init; }

        [QueueOutput("first")]
        public string? First { get; init; }

        [QueueOutput("rest")]
        public IEnumerable<string>? Rest { get; init; }

        [QueueOutput("orders")]
        public Order? Order { get; init; }
    }
}
