using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>Starting over HTTP, and starting again.</summary>
internal sealed partial class DurableManagement
{
    /// <summary>
    /// Starts an orchestrator with the body (JSON) as its input: 202 with the addresses of the instance. With <c>timeout</c>
    /// (seconds) it waits so long for the end and answers 200 with the output.
    /// </summary>
    public async Task<IResult> StartAsync(HttpRequest request)
    {
        if (await ReadAsync(request) is not { } read)
        {
            return Results.BadRequest("The input must be JSON.");
        }

        StartOrchestrationOptions options = new(request.RouteValues["instanceId"] as string is { Length: > 0 } id ? id : null);
        try
        {
            string started = await client.ScheduleNewOrchestrationInstanceAsync(
                (string)request.RouteValues["functionName"]!, read.Payload, options, request.HttpContext.RequestAborted);
            return await StartedAsync(request, started);
        }
        catch (global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException exists)
        {
            return Results.Conflict(exists.Message);
        }
    }

    /// <summary>Starts an instance again, under a new id unless <c>restartWithNewInstanceId=false</c>. 400 without the instance.</summary>
    public async Task<IResult> RestartAsync(HttpRequest request)
    {
        bool withNewId = !bool.TryParse(request.Query["restartWithNewInstanceId"], out bool asked) || asked;
        try
        {
            return await StartedAsync(request, await client.RestartAsync(IdOf(request), withNewId, request.HttpContext.RequestAborted));
        }
        catch (ArgumentException)
        {
            return Results.BadRequest("InstanceId does not match a valid orchestration instance.");
        }
        catch (InvalidOperationException running)
        {
            return Results.Conflict(running.Message);
        }
    }

    private async Task<IResult> StartedAsync(HttpRequest request, string instanceId)
    {
        if (double.TryParse(request.Query["timeout"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && await EndWithinAsync(instanceId, TimeSpan.FromSeconds(seconds), request.HttpContext.RequestAborted) is { } end)
        {
            return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed
                ? Results.Content(end.SerializedOutput ?? "null", "application/json")
                : Results.Json(InstanceStatus.Of(end));
        }

        HttpManagementPayload addresses = DurableAddresses.Of(
            $"{request.Scheme}://{request.Host}{DurableAddresses.WebHook}", instanceId, $"code={Uri.EscapeDataString(keys.DurableTask)}");
        request.HttpContext.Response.Headers.RetryAfter = "10";
        request.HttpContext.Response.Headers.Location = addresses.StatusQueryGetUri;
        return Results.Json(addresses, statusCode: StatusCodes.Status202Accepted);
    }

    private async Task<OrchestrationMetadata?> EndWithinAsync(string instanceId, TimeSpan timeout, CancellationToken cancellation)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(timeout);
        try
        {
            return await client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The body as JSON; <c>null</c> if it is none, without a payload if there is no body.</summary>
    private static async Task<Body?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return new Body(null);
        }

        try
        {
            return new Body(await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: request.HttpContext.RequestAborted));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Body(object? Payload);
}
