using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.Primitives;

namespace CrossRegion.Embedded.Functions.Http;

/// <summary>A response of ASP.NET Core as the worker's own type; what is written to it goes out at once, its headers before.</summary>
internal sealed class ResponseData : HttpResponseData
{
    private readonly HttpResponse _response;

    public ResponseData(FunctionContext context, HttpResponse response)
        : base(context)
    {
        _response = response;
        Cookies = new ResponseCookies(response.Cookies);
        if (response.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            // The type's own stream may be written synchronously.
            body.AllowSynchronousIO = true;
        }

        response.OnStarting(() =>
        {
            foreach ((string name, IEnumerable<string> values) in Headers)
            {
                response.Headers[name] = new StringValues([.. values]);
            }

            return Task.CompletedTask;
        });
    }

    public override HttpStatusCode StatusCode
    {
        get => (HttpStatusCode)_response.StatusCode;
        set => _response.StatusCode = (int)value;
    }

    public override HttpHeadersCollection Headers { get; set; } = [];

    public override Stream Body
    {
        get => _response.Body;
        set => _response.Body = value;
    }

    public override HttpCookies Cookies { get; }
}
