using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Queues;

public static class PostOnly
{
    [Function("PostOnly")]
    public static Task<QueueSamples.Posted> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) => QueueSamples.Post(request);
}
