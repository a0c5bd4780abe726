using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Http;

public sealed class HttpSamples(Probe probe)
{
    [Function("Echo")]
    public async Task<IResult> Echo([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, CancellationToken cancellation)
    {
        using StreamReader reader = new(request.Body);
        return Results.Text(await reader.ReadToEndAsync(cancellation));
    }

    [Function("Item")]
    public static IActionResult Item(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{code}/{count:int}")] HttpRequest request,
        string code,
        int count,
        FunctionContext context) =>
        new OkObjectResult(new
        {
            code,
            count,
            function = context.FunctionDefinition.Name,
            same = ReferenceEquals(context.GetHttpContext(), request.HttpContext),
            data = context.BindingContext.BindingData["code"],
        });

    [Function("Asset")]
    public static IResult Asset([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{*path}")] HttpRequest request, string path) =>
        Results.Text(path);

    [Function("Broken")]
    public static IResult Broken([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        throw new InvalidOperationException("no");

    [Function("Own")]
    public static async Task Own([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        await request.HttpContext.Response.WriteAsync("written by the function");

    [Function("Page")]
    public static IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new RazorComponentResult<Greeting>(new { Name = "四川" });

    [Function("Stream")]
    public async Task Stream([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
    {
        HttpResponse response = request.HttpContext.Response;
        response.ContentType = "text/event-stream";
        await response.WriteAsync("data: first\n\n");
        await response.Body.FlushAsync();
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
        finally
        {
            probe.Tell("stream ended");
        }
    }

    public sealed class Greeting : ComponentBase
    {
        [Parameter]
        public string Name { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "h1");
            builder.AddContent(1, $"Hello {Name}");
            builder.CloseElement();
        }
    }
}
