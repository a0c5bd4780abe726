using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossRegion.Simulators.Events;

/// <summary>
/// The provinces' way to the host. An event is posted under the same id until the host has answered: a host that is down, restarting
/// or overloaded is asked again, so that nothing a province said is lost.
/// </summary>
internal sealed class HostConnection(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly TaskCompletionSource<(Uri Events, string Key)> _host = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Connect(Uri host, string functionKey)
    {
        if (!_host.TrySetResult((new Uri(host, "/api/events"), functionKey)))
        {
            throw new InvalidOperationException("The provinces are connected already.");
        }
    }

    /// <summary>Posts one structured CloudEvent and returns the host's final answer (anything but 408, 429 and 5xx).</summary>
    /// <param name="body">The event.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="spoil">Makes another key of the right one; null: the right one is sent.</param>
    public async Task<HostAnswer> PostAsync(string body, CancellationToken cancellation, Func<string, string>? spoil = null)
    {
        var (events, right) = await _host.Task.WaitAsync(cancellation);
        var key = spoil?.Invoke(right) ?? right;
        var started = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = Longer(pause))
        {
            if (await TryPostAsync(events, key, body, cancellation) is { } answer)
            {
                return answer with { Latency = time.GetElapsedTime(started) };
            }
            await Task.Delay(pause, time, cancellation);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HostAnswer?> TryPostAsync(Uri events, string key, string body, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, events);
            request.Headers.Add("x-functions-key", key);
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/cloudevents+json"));
            using var response = await _http.SendAsync(request, cancellation);
            return ComesAgain(response.StatusCode)
                ? null
                : new HostAnswer((int)response.StatusCode, Parse(await response.Content.ReadAsStringAsync(cancellation)));
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static bool ComesAgain(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
