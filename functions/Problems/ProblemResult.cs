using System.Text.Json;
using CrossRegion.Domain.Faults;
using CrossRegion.Orchestrations.Events;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Functions.Problems;

/// <summary>Answers with a problem as <c>application/problem+json</c>.</summary>
public sealed class ProblemResult(Problem problem) : IResult
{
    public const string ContentType = "application/problem+json";

    public Problem Problem => problem;

    /// <summary>404 for a number that nobody has.</summary>
    public static ProblemResult UnknownApplication(string number) => new(new Problem(
        ProblemKind.UnknownApplication, [new Fault("number", "unknown-application", $"没有编号为{number}的办件", $"there is no application {number}")]));

    /// <summary>400 for a continuation that no page gave.</summary>
    public static ProblemResult BadContinuation() => new(new Problem(
        ProblemKind.BadQuery, [new Fault("continuation", "bad-continuation", "翻页标记无效", "this continuation was not given by a page")]));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = problem.Status;
        httpContext.Response.ContentType = ContentType;
        return httpContext.Response.Body.WriteAsync(Write(problem), httpContext.RequestAborted).AsTask();
    }

    /// <summary>The problem's JSON in UTF-8.</summary>
    internal static byte[] Write(Problem problem) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            type = "urn:crossregion:problem:" + problem.Kind.Code,
            title = problem.Kind.Title.ToString(),
            status = problem.Status,
            detail = $"{problem.Faults[0].MessageZh} ({problem.Faults[0].MessageEn})",
            faults = problem.Faults,
        },
        EventJson.Options);
}
