using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Cli.Tests;

/// <summary>A host that answers what a test tells it to, over real HTTP, and remembers what it was asked; a body that is no JSON is null.</summary>
internal sealed class FakeHost : IAsyncDisposable
{
    public const string Key = "the-key-0";

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<(string Request, JsonNode? Body)> _requests = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private FakeHost(Func<HttpRequest, JsonNode?, IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Map("/{**path}", async (HttpRequest request) =>
        {
            JsonNode? body;
            try
            {
                body = request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0 ? await JsonNode.ParseAsync(request.Body) : null;
            }
            catch (JsonException)
            {
                body = null;
            }
            if (request.Headers["x-functions-key"] != Key)
            {
                return Results.Unauthorized();
            }
            _requests.Enqueue(($"{request.Method} {request.Path}{request.QueryString}", body));
            _arrived.Release();
            return answer(request, body);
        });
    }

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<(string Request, JsonNode? Body)> Requests => [.. _requests];

    public static async Task<FakeHost> StartAsync(Func<HttpRequest, JsonNode?, IResult> answer)
    {
        var host = new FakeHost(answer);
        await host._server.StartAsync();
        host.Address = new Uri(
            host._server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        return host;
    }

    /// <summary>Waits until so many requests have come.</summary>
    public async Task RequestsAsync(int count, TimeSpan limit)
    {
        for (var seen = 0; seen < count; seen++)
        {
            if (!await _arrived.WaitAsync(limit))
            {
                throw new TimeoutException(
                    $"Waited {limit} for {count} requests; came: {string.Join("; ", Requests.Select(request => request.Request + request.Body))}");
            }
        }
    }

    public Task<CommandRun> RunAsync(params string[] args) => ReadingAsync(input: null, args);

    /// <summary>With something to read.</summary>
    public Task<CommandRun> ReadingAsync(string? input, params string[] args) =>
        CommandRun.ReadingAsync(input, [.. args, "--host", Address.ToString(), "--key", Key]);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _arrived.Dispose();
    }
}
