using System.Net;
using System.Text.Json;
using CrossRegion.Embedded.Functions.Durable;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Tells callers over HTTP where to look after an orchestration.</summary>
public static class DurableTaskClientExtensions
{
    /// <summary>A response 202 with the instance's addresses, the one of its status in the header Location.</summary>
    public static Task<HttpResponseData> CreateCheckStatusResponseAsync(
        this DurableTaskClient client, HttpRequestData request, string instanceId, CancellationToken cancellation = default) =>
        client.CreateCheckStatusResponseAsync(request, instanceId, HttpStatusCode.Accepted, cancellation);

    /// <inheritdoc cref="CreateCheckStatusResponseAsync(DurableTaskClient, HttpRequestData, string, CancellationToken)"/>
    public static async Task<HttpResponseData> CreateCheckStatusResponseAsync(
        this DurableTaskClient client, HttpRequestData request, string instanceId, HttpStatusCode statusCode, CancellationToken cancellation = default)
    {
        (HttpResponseData response, HttpManagementPayload payload) = Begin(client, request, instanceId, statusCode);
        await JsonSerializer.SerializeAsync(response.Body, payload, response.FunctionContext.Json(), cancellation);
        return response;
    }

    /// <inheritdoc cref="CreateCheckStatusResponseAsync(DurableTaskClient, HttpRequestData, string, CancellationToken)"/>
    public static HttpResponseData CreateCheckStatusResponse(
        this DurableTaskClient client, HttpRequestData request, string instanceId, CancellationToken cancellation = default) =>
        client.CreateCheckStatusResponse(request, instanceId, HttpStatusCode.Accepted, cancellation);

    /// <inheritdoc cref="CreateCheckStatusResponseAsync(DurableTaskClient, HttpRequestData, string, CancellationToken)"/>
    public static HttpResponseData CreateCheckStatusResponse(
        this DurableTaskClient client, HttpRequestData request, string instanceId, HttpStatusCode statusCode, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        (HttpResponseData response, HttpManagementPayload payload) = Begin(client, request, instanceId, statusCode);
        JsonSerializer.Serialize(response.Body, payload, response.FunctionContext.Json());
        return response;
    }

    /// <summary>The instance's addresses: on the host that <paramref name="request"/> names, else on this one's own address.</summary>
    /// <exception cref="InvalidOperationException">There is no request, and the client is not one that a function was given.</exception>
    public static HttpManagementPayload CreateHttpManagementPayload(this DurableTaskClient client, string instanceId, HttpRequestData? request = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        FunctionsDurableTaskClient? bound = client as FunctionsDurableTaskClient;
        string webHook = request is null
            ? bound?.BaseUrl ?? throw new InvalidOperationException(
                "No address is known: give the request, or use the client of a [DurableClient] parameter.")
            : request.Url.GetLeftPart(UriPartial.Authority) + DurableAddresses.WebHook;
        return DurableAddresses.Of(webHook, instanceId, bound?.QueryString);
    }

    private static (HttpResponseData Response, HttpManagementPayload Payload) Begin(
        DurableTaskClient client, HttpRequestData request, string instanceId, HttpStatusCode statusCode)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        HttpManagementPayload payload = client.CreateHttpManagementPayload(instanceId, request);
        HttpResponseData response = request.CreateResponse(statusCode);
        response.Headers.Add("Location", payload.StatusQueryGetUri);
        response.Headers.Add("Content-Type", "application/json");
        return (response, payload);
    }
}
