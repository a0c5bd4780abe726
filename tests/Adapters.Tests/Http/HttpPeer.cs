using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Tests.Http;

/// <summary>A real HTTP server on a free port of this machine: keeps what arrives, answers as the test says.</summary>
internal sealed class HttpPeer : IAsyncDisposable
{
    private readonly ConcurrentQueue<HttpArrival> _arrivals = [];
    private readonly WebApplication _app;

    private HttpPeer(Func<HttpContext, HttpArrival, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            var arrival = await HttpArrival.ReadAsync(context.Request);
            _arrivals.Enqueue(arrival);
            await answer(context, arrival);
        });
    }

    public string Url => _app.Urls.Single();

    public IReadOnlyList<HttpArrival> Arrivals => [.. _arrivals];

    public static async Task<HttpPeer> StartAsync(Func<HttpContext, HttpArrival, Task> answer)
    {
        var peer = new HttpPeer(answer);
        await peer._app.StartAsync();
        return peer;
    }

    /// <summary>Answers with these statuses in turn, the last one for ever.</summary>
    public static Task<HttpPeer> StartAsync(params int[] statuses)
    {
        var count = 0;
        return StartAsync((context, _) =>
        {
            context.Response.StatusCode = statuses[Math.Min(Interlocked.Increment(ref count), statuses.Length) - 1];
            return Task.CompletedTask;
        });
    }

    /// <summary>Takes requests and never answers.</summary>
    public static Task<HttpPeer> StartHangingAsync(Func<Task>? onArrival = null) => StartAsync(async (context, _) =>
    {
        var clientGone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(clientGone.SetResult);
        await (onArrival?.Invoke() ?? Task.CompletedTask);
        await clientGone.Task;
    });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
