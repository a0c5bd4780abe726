using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.CrashHost;

/// <summary><c>POST /api/test/messages</c>: puts a text on the app's queue as it is, so that a message can be hopeless.</summary>
public static class PutMessage
{
    [Function(nameof(PutMessage))]
    [QueueOutput("application-events")]
    public static async Task<string> RunAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = "test/messages")] HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync();
    }
}
