using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossRegion.Simulators.Events;

/// <summary>
/// The provinces' way to the host, or each to the one of its stamp. An event is posted under the same id until the host has answered: a
/// host that is down, restarting or overloaded is asked again, so that nothing a province said is lost.
/// </summary>
internal sealed class HostConnection(TimeProvider time) : IDisposable
{
    public const string EveryProvince = "*";

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentDictionary<string, TaskCompletionSource<(Uri Events, string Key)>> _hosts = new(StringComparer.Ordinal);

    /// <param name="province">Whose events go there; <see cref="EveryProvince"/> for those of all that have no host of their own.</param>
    /// <param name="host">Its address.</param>
    /// <param name="functionKey">What its event endpoint wants.</param>
    public void Connect(string province, Uri host, string functionKey)
    {
        if (!HostOf(province).TrySetResult((new Uri(host, "/api/events"), functionKey)))
        {
            throw new InvalidOperationException($"The provinces ({province}) are connected already.");
        }
    }

    /// <summary>Posts one structured CloudEvent and returns the host's final answer (anything but 408, 429 and 5xx).</summary>
    /// <param name="province">Whose event it is; null when it does not say so.</param>
    /// <param name="body">The event.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="spoil">Makes another key of the right one; null: the right one is sent.</param>
    public async Task<HostAnswer> PostAsync(string? province, string body, CancellationToken cancellation, Func<string, string>? spoil = null)
    {
        var connected = await Task.WhenAny(HostOf(province ?? EveryProvince).Task, HostOf(EveryProvince).Task).WaitAsync(cancellation);
        var (events, right) = await connected;
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

    private TaskCompletionSource<(Uri Events, string Key)> HostOf(string province) =>
        _hosts.GetOrAdd(province, _ => new TaskCompletionSource<(Uri, string)>(TaskCreationOptions.RunContinuationsAsynchronously));

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
        catch (Exception unanswered) when (unanswered is HttpRequestException or SocketException)
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
