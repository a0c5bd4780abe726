using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.FunctionsHost.Tests.Durable;

/// <summary>Functions that tell their callers where to look after what they have started.</summary>
public static class CheckStatusSamples
{
    [Function(nameof(Wait))]
    public static Task<string> Wait([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("go");

    [Function(nameof(Echo))]
    public static string Echo([OrchestrationTrigger] TaskOrchestrationContext context, string text) =>
        text == "fail" ? throw new InvalidOperationException(text) : text;

    [Function(nameof(StartAndTell))]
    public static async Task<HttpResponseData> StartAndTell(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "tell/{id}")] HttpRequestData request, [DurableClient] DurableTaskClient client, string id)
    {
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(Wait), new StartOrchestrationOptions(id));
        return request.Query["sync"] is null
            ? await client.CreateCheckStatusResponseAsync(request, id)
            : client.CreateCheckStatusResponse(request, id);
    }

    [Function(nameof(Addresses))]
    public static IResult Addresses(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "addresses/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client, string id) =>
        Results.Json(client.CreateHttpManagementPayload(id));

    [Function(nameof(Repeat))]
    public static async Task<HttpResponseData> Repeat([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "repeat")] HttpRequestData request)
    {
        string[]? words = await request.ReadFromJsonAsync<string[]>();
        HttpResponseData response = request.CreateResponse(System.Net.HttpStatusCode.Created);
        response.Headers.Add("x-method", request.Method);
        response.Cookies.Append(new HttpCookie("seen", request.Headers.GetValues("x-sender").Single()) { SameSite = SameSite.Strict });
        await response.WriteAsJsonAsync(words!.Reverse().ToArray());
        return response;
    }
}
