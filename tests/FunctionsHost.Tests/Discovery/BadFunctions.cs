using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Discovery;

public sealed class BadFunctions
{
    [Function("Twice")]
    public static void One([QueueTrigger("one")] string message) => _ = message;

    [Function("twice")]
    public static void Two([QueueTrigger("two")] string message) => _ = message;

    [Function("1st")]
    public static void Digit([QueueTrigger("one")] string message) => _ = message;

    [Function("Untriggered")]
    public static void Untriggered(string message) => _ = message;

    [Function("Hidden")]
    internal static void Hidden([QueueTrigger("one")] string message) => _ = message;

    [Function("Stranger")]
    public static void Stranger([QueueTrigger("one")] string message, HttpClient client) => _ = (message, client);

    [Function("BadQueue")]
    public static void BadQueue([QueueTrigger("No_Queue")] string message) => _ = message;

    [Function("BadSchedule")]
    public static void BadSchedule([TimerTrigger("* * * * *")] TimerInfo timer) => _ = timer;

    [Function("BadRoute")]
    public static IResult BadRoute([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest request) => Results.Ok(request);

    [Function("Text")]
    public static string Text([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => request.Path;

    [Function("SameRoute1")]
    public static IResult SameRoute1([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "same/{a}")] HttpRequest request) => Results.Ok(request);

    [Function("SameRoute2")]
    public static IResult SameRoute2([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "same/{b}")] HttpRequest request) => Results.Ok(request);

    [Function("Unset")]
    public static void Unset([QueueTrigger("%NowhereSet%")] string message) => _ = message;

    [Function("Unbatched")]
    public static void Unbatched([EventGridTrigger] string[] events) => _ = events;

    [Function("Clash")]
    public static Output Clash([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new(Results.Ok(), request.Path);

    public sealed record Output([property: HttpResult] IResult Answer, [property: QueueOutput("clash")] string Request);
}
