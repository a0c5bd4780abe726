using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Simulators.Lines;

/// <summary>The peer's answer as it is given on.</summary>
internal sealed record CarriedAnswer(int Status, byte[] Body, string? ContentType, TimeSpan? RetryAfter) : IResult
{
    public bool IsOk => Status == StatusCodes.Status200OK;

    public static async Task<CarriedAnswer> OfAsync(HttpResponseMessage response, CancellationToken cancellation) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsByteArrayAsync(cancellation),
        response.Content.Headers.ContentType?.ToString(),
        response.Headers.RetryAfter?.Delta);

    /// <summary>There is nobody at the other end.</summary>
    public static CarriedAnswer Unreachable { get; } = new((int)HttpStatusCode.BadGateway, [], null, null);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}
