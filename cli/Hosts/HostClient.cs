using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Overview;
using CrossRegion.Orchestrations.ReadModel;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Cli.Hosts;

/// <summary>A host's HTTP API, as far as the command needs it. What the host refuses is a <see cref="CommandException"/>;
/// a host that is not there is a <see cref="HostUnreachableException"/>.</summary>
internal sealed class HostClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;

    public HostClient(Uri host, string functionKey, TimeSpan? patience = null)
    {
        _http = new HttpClient { BaseAddress = host, Timeout = patience ?? Patience };
        _http.DefaultRequestHeaders.Add("x-functions-key", functionKey);
        Host = host;
        FunctionKey = functionKey;
    }

    public Uri Host { get; }

    public string FunctionKey { get; }

    /// <summary>Posts an event as it stands in a file.</summary>
    public async Task<JsonNode> SubmitAsync(JsonNode cloudEvent, CancellationToken cancellation)
    {
        using var content = new StringContent(
            cloudEvent.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/cloudevents+json"));
        using var response = await SendAsync(HttpMethod.Post, "/api/events", content, cancellation);
        return await ReadJsonAsync(response, cancellation);
    }

    /// <summary>Where an application stands.</summary>
    public async Task<ApplicationView> StatusAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/api/applications/{number}", null, cancellation);
        return await ReadAsync<ApplicationView>(response, cancellation);
    }

    /// <summary>All failed applications, page after page.</summary>
    public async Task<IReadOnlyList<FailedApplication>> FailedAsync(CancellationToken cancellation)
    {
        var failed = new List<FailedApplication>();
        string? continuation = null;
        do
        {
            var query = continuation is null ? string.Empty : $"?continuation={Uri.EscapeDataString(continuation)}";
            using var response = await SendAsync(HttpMethod.Get, $"/api/operations/failed{query}", null, cancellation);
            var page = await ReadAsync<FailedApplicationList>(response, cancellation);
            failed.AddRange(page.Failed);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return failed;
    }

    /// <summary>Starts a new generation of an application's orchestration and returns its number, 2 and up.</summary>
    public async Task<int> ReplayAsync(ApplicationNumber number, string reason, CancellationToken cancellation)
    {
        using var content = JsonContent.Create(new { reason });
        using var response = await SendAsync(HttpMethod.Post, $"/api/operations/{number}/replay", content, cancellation);
        return (int)(await ReadJsonAsync(response, cancellation))["generation"]!;
    }

    /// <summary>Imports a holiday notice.</summary>
    public async Task<JsonNode> ImportCalendarAsync(JsonNode notice, CancellationToken cancellation)
    {
        using var content = JsonContent.Create(notice);
        using var response = await SendAsync(HttpMethod.Post, "/api/operations/calendars", content, cancellation);
        return await ReadJsonAsync(response, cancellation);
    }

    /// <summary>All cases of one applicant, the latest first, page after page. The identifier is in no URL.</summary>
    public async Task<IReadOnlyList<ApplicationSummary>> FindAsync(string kind, string value, CancellationToken cancellation)
    {
        var found = new List<ApplicationSummary>();
        string? continuation = null;
        do
        {
            using var content = JsonContent.Create(new { identifier = new { kind, value }, continuation });
            using var response = await SendAsync(HttpMethod.Post, "/api/applications/search", content, cancellation);
            var page = await ReadAsync<ApplicationList>(response, cancellation);
            found.AddRange(page.Applications);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return found;
    }

    /// <summary>Erases the person from a closed case and returns when that was done, now or before.</summary>
    public async Task<DateTimeOffset> EraseAsync(ApplicationNumber number, string reason, CancellationToken cancellation)
    {
        using var content = JsonContent.Create(new { reason });
        using var response = await SendAsync(HttpMethod.Post, $"/api/operations/{number}/erase", content, cancellation);
        return (DateTimeOffset)(await ReadJsonAsync(response, cancellation))["erasedAt"]!;
    }

    /// <summary>How the exchange with the other stamps stands.</summary>
    public async Task<ExchangeView> ExchangeAsync(CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/operations/exchange", null, cancellation);
        return await ReadAsync<ExchangeView>(response, ExchangeJson.Options, cancellation);
    }

    /// <summary>Has a day's ledgers compared with a peer and repaired.</summary>
    public async Task<ReconciliationResult> ReconcileAsync(ProvinceCode peer, LocalDate date, CancellationToken cancellation)
    {
        using var content = JsonContent.Create(new { peer = peer.Value, date = LocalDatePattern.Iso.Format(date) });
        using var response = await SendAsync(HttpMethod.Post, "/api/operations/exchange/reconcile", content, cancellation);
        return await ReadAsync<ReconciliationResult>(response, ExchangeJson.Options, cancellation);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, cancellation);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException)
        {
            throw new HostUnreachableException($"主机 {Host} 没有应答。", $"The host at {Host} does not answer.");
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new HostUnreachableException($"主机 {Host} 应答超时。", $"The host at {Host} takes too long to answer.");
        }
        if (response.IsSuccessStatusCode)
        {
            return response;
        }
        using (response)
        {
            throw await RefusalAsync(response, cancellation);
        }
    }

    private static async Task<CommandException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return new CommandException("主机不接受此密钥。", "The host does not accept this key.");
        }
        var problem = Problem.Parse(await response.Content.ReadAsStringAsync(cancellation));
        return problem?.ToException((int)response.StatusCode)
            ?? new CommandException($"主机答复 {(int)response.StatusCode}。", $"The host answered {(int)response.StatusCode}.");
    }

    private Task<JsonNode> ReadJsonAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        ReadAsync<JsonNode>(response, JsonOutput.Format, cancellation);

    private Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation) =>
        ReadAsync<T>(response, ReadModelJson.Wire, cancellation);

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonSerializerOptions format, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(format, cancellation) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw new CommandException($"{Host} 的答复无法理解。", $"The answer of {Host} makes no sense.");
        }
    }
}
