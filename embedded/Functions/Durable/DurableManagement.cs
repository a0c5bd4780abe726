using System.Globalization;
using CrossRegion.Embedded.Functions.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.Functions.Durable;

/// <summary>
/// The HTTP API of Durable Functions for looking at instances and acting on them; every call shows the system key
/// <c>durabletask_extension</c> or the master key.
/// </summary>
internal sealed partial class DurableManagement(DurableTaskClient client, KeyRing keys)
{
    private const string Continuation = "x-ms-continuation-token";

    /// <summary>Answers a request that shows the key with <paramref name="action"/>, any other with 401.</summary>
    public async Task AnswerAsync(HttpContext http, Func<DurableManagement, HttpRequest, Task<IResult>> action)
    {
        IResult answer = keys.OpensWebHook(KeyRing.DurableTaskKey, http.Request) ? await action(this, http.Request) : Results.Unauthorized();
        await answer.ExecuteAsync(http);
    }

    /// <summary>
    /// 200 when the instance has ended (500 if it has failed and <c>returnInternalServerErrorOnFailure</c> is asked for), 202
    /// with <c>Location</c> and <c>Retry-After</c> while it has not, 404 when there is none.
    /// </summary>
    public async Task<IResult> GetAsync(HttpRequest request)
    {
        bool withInput = !bool.TryParse(request.Query["showInput"], out bool show) || show;
        if (await client.GetInstanceAsync(IdOf(request), getInputsAndOutputs: true, request.HttpContext.RequestAborted) is not { } instance)
        {
            return Results.NotFound();
        }

        InstanceStatus status = InstanceStatus.Of(instance);
        bool tellsFailure = bool.TryParse(request.Query["returnInternalServerErrorOnFailure"], out bool asked) && asked;
        int code = !instance.IsCompleted ? StatusCodes.Status202Accepted
            : instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed && tellsFailure ? StatusCodes.Status500InternalServerError
            : StatusCodes.Status200OK;
        if (code == StatusCodes.Status202Accepted)
        {
            request.HttpContext.Response.Headers.Location = request.GetEncodedUrl();
            request.HttpContext.Response.Headers.RetryAfter = "5";
        }

        return Results.Json(withInput ? status : status with { Input = null }, statusCode: code);
    }

    /// <summary>A page of at most <c>top</c> instances (default 100); the header <c>x-ms-continuation-token</c> leads to the next.</summary>
    public async Task<IResult> ListAsync(HttpRequest request)
    {
        if (InstanceFilter.Read(request.Query, out string? fault) is not { } filter)
        {
            return Results.BadRequest(fault);
        }

        int top = int.TryParse(request.Query["top"], NumberStyles.None, CultureInfo.InvariantCulture, out int wanted) && wanted > 0 ? wanted : 100;
        OrchestrationQuery query = new(
            filter.From, filter.To, filter.Statuses, null, request.Query["instanceIdPrefix"], top, FetchInputsAndOutputs: true,
            ContinuationToken: request.Headers[Continuation]);
        await foreach (Page<OrchestrationMetadata> page in client.GetAllInstancesAsync(query).AsPages(query.ContinuationToken, top))
        {
            if (page.ContinuationToken is { } next)
            {
                request.HttpContext.Response.Headers[Continuation] = next;
            }

            return Results.Json(page.Values.Select(InstanceStatus.Of));
        }

        return Results.Json(Array.Empty<InstanceStatus>());
    }

    public async Task<IResult> RaiseEventAsync(HttpRequest request)
    {
        if (await ReadAsync(request) is not { } read)
        {
            return Results.BadRequest("The event's data must be JSON.");
        }

        object? payload = read.Payload;
        string name = (string)request.RouteValues["eventName"]!;
        return await ActAsync(request, (id, cancellation) => client.RaiseEventAsync(id, name, payload, cancellation));
    }

    public Task<IResult> TerminateAsync(HttpRequest request) => ActAsync(
        request, (id, cancellation) => client.TerminateInstanceAsync(id, (object?)ReasonOf(request), cancellation));

    public Task<IResult> SuspendAsync(HttpRequest request) => ActAsync(
        request, (id, cancellation) => client.SuspendInstanceAsync(id, ReasonOf(request), cancellation));

    public Task<IResult> ResumeAsync(HttpRequest request) => ActAsync(
        request, (id, cancellation) => client.ResumeInstanceAsync(id, ReasonOf(request), cancellation));

    /// <summary>202 when a failed instance goes on from its failures, 404 without the instance, 410 when it has ended otherwise, 400 while it runs.</summary>
    public async Task<IResult> RewindAsync(HttpRequest request)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        string id = IdOf(request);
        switch (await client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellation))
        {
            case null:
                return Results.NotFound();
            case { IsCompleted: true, RuntimeStatus: not OrchestrationRuntimeStatus.Failed }:
                return Results.StatusCode(StatusCodes.Status410Gone);
        }

        try
        {
            await client.RewindInstanceAsync(id, ReasonOf(request) ?? string.Empty, cancellation);
            return Results.Accepted();
        }
        catch (InvalidOperationException refused)
        {
            return Results.BadRequest(refused.Message);
        }
    }

    /// <summary>Forgets an instance that has ended; 404 when there is none such.</summary>
    public async Task<IResult> PurgeAsync(HttpRequest request)
    {
        PurgeResult purged = await client.PurgeInstanceAsync(IdOf(request), request.HttpContext.RequestAborted);
        return purged.PurgedInstanceCount == 0 ? Results.NotFound() : Purged(purged);
    }

    /// <summary>Forgets ended instances by time and status; a request without <c>createdTimeFrom</c> is refused, as on Azure.</summary>
    public async Task<IResult> PurgeManyAsync(HttpRequest request)
    {
        if (InstanceFilter.Read(request.Query, out string? fault) is not { } filter)
        {
            return Results.BadRequest(fault);
        }

        if (filter.From is null)
        {
            return Results.BadRequest("createdTimeFrom is missing.");
        }

        PurgeResult purged = await client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(filter.From, filter.To, filter.Statuses), request.HttpContext.RequestAborted);
        return purged.PurgedInstanceCount == 0 ? Results.NotFound() : Purged(purged);
    }

    private static IResult Purged(PurgeResult purged) => Results.Json(new { instancesDeleted = purged.PurgedInstanceCount });

    private static string IdOf(HttpRequest request) => (string)request.RouteValues["instanceId"]!;

    private static string? ReasonOf(HttpRequest request) => request.Query["reason"];

    /// <summary>202 when the action is taken, 404 without the instance, 410 when it has ended.</summary>
    private async Task<IResult> ActAsync(HttpRequest request, Func<string, CancellationToken, Task> action)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        string id = IdOf(request);
        switch (await client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellation))
        {
            case null:
                return Results.NotFound();
            case { IsCompleted: true }:
                return Results.StatusCode(StatusCodes.Status410Gone);
            default:
                await action(id, cancellation);
                return Results.Accepted();
        }
    }
}
