using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Invocations;
using CrossRegion.Embedded.Functions.Keys;
using CrossRegion.Embedded.Functions.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.Functions.Http;

/// <summary>Answers the requests of HTTP functions: key, call, outputs, response, in this order.</summary>
internal sealed partial class HttpFunctionEndpoint(KeyRing keys, QueueOutputs outputs, Drain drain, ILogger<HttpFunctionEndpoint> logger)
{
    public async Task AnswerAsync(Function function, HttpBinding trigger, HttpContext http)
    {
        if (!keys.Opens(function.Name, trigger.Level, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using CancellationTokenSource cancellation = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, drain.Overdue);
        try
        {
            await CallAsync(function, http, cancellation.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Fail(http, StatusCodes.Status503ServiceUnavailable);
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = fault.StatusCode;
        }
        catch (Exception fault)
        {
            LogFailed(fault, function.Name);
            Fail(http, StatusCodes.Status500InternalServerError);
        }
    }

    private async Task CallAsync(Function function, HttpContext http, CancellationToken cancellation)
    {
        Invocation invocation = new(function, http, http.Request.RouteValues, http.RequestServices, cancellation);
        invocation.Items[FunctionContextExtensions.HttpContextKey] = http;
        object? result = await function.CallAsync(invocation);
        await outputs.SendAsync(function, result, http.RequestServices);
        object? response = function.Outputs switch
        {
            { HttpResult: { } property } => result is null ? null : property.GetValue(result),
            { TakesWhole: true } => null,
            _ => result,
        };
        switch (response)
        {
            case IResult answer:
                await answer.ExecuteAsync(http);
                break;
            case IActionResult answer:
                await answer.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
                break;
            default:
                break; // the function wrote its response itself
        }
    }

    private static void Fail(HttpContext http, int status)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
    }

    [LoggerMessage(7131, LogLevel.Error, "Function {Function} failed; its caller is answered 500")]
    private partial void LogFailed(Exception fault, string function);
}
