using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Processes;

/// <summary>The functions of the process: posting, and working off into a file once a gate file is there.</summary>
public sealed class ProcessSamples(Probe probe)
{
    [Function("Enqueue")]
    public static Output Enqueue([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "enqueue/{text}")] HttpRequest request, string text) =>
        new(Results.Accepted(request.Path), text);

    /// <summary>Answers when the message taken by <see cref="Work"/> has begun.</summary>
    [Function("Begun")]
    public async Task<IResult> Begun([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "begun/{count:int}")] HttpRequest request, int count) =>
        Results.Text(string.Join('\n', await probe.WaitForAsync(count)), request.ContentType);

    [Function("Work")]
    public async Task Work([QueueTrigger("work")] string message, int dequeueCount, FunctionContext context)
    {
        probe.Tell($"{message} {dequeueCount}");
        if (message.StartsWith("hold", StringComparison.Ordinal))
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            probe.Tell($"{message} drained");
        }
    }

    public sealed record Output([property: HttpResult] IResult Answer, [property: QueueOutput("work")] string Message);
}
