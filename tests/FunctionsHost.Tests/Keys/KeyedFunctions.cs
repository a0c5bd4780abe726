using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Keys;

public static class KeyedFunctions
{
    [Function("Open")]
    public static IResult Open([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Ok(request.Method);

    [Function("Keyed")]
    public static IResult Keyed([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request) => Results.Ok(request.Method);

    [Function("Other")]
    public static IResult Other([HttpTrigger("get")] HttpRequest request) => Results.Ok(request.Method);

    [Function("Administer")]
    public static IResult Administer([HttpTrigger(AuthorizationLevel.Admin)] HttpRequest request) => Results.Ok(request.Method);
}
