using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrossRegion.App.Tests.Personal;

/// <summary>A subscriber that is no party to any case and hears of all of them.</summary>
internal sealed class ThirdParty : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _heard = [];
    private readonly WebApplication _app;

    private ThirdParty()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body);
            var headers = string.Join('\n', request.Headers.Select(header => $"{header.Key}: {header.Value}"));
            _heard.Enqueue($"{headers}\n{await body.ReadToEndAsync()}");
            return Results.NoContent();
        });
    }

    public IReadOnlyList<string> Heard => [.. _heard];

    public static async Task<ThirdParty> StartAsync()
    {
        var party = new ThirdParty();
        await party._app.StartAsync();
        return party;
    }

    /// <summary>The settings that subscribe it to everything.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings(int index)
    {
        var prefix = $"CrossRegion__Subscriptions__{index}__";
        return
        [
            new(prefix + "Name", "third-party"), new(prefix + "Endpoint", _app.Urls.Single()), new(prefix + "Types", "*"), new(prefix + "Provinces", "*"),
        ];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
