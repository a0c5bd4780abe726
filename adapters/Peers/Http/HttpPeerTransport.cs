using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Wire;

namespace CrossRegion.Adapters.Peers.Http;

/// <summary>Peers over HTTP. Connections are kept and pooled per endpoint; a redirect is no answer.</summary>
internal sealed class HttpPeerTransport(
    IReadOnlyDictionary<ProvinceCode, Uri> endpoints, IHttpClientFactory clients, TimeSpan timeout, TimeProvider time) : IPeerTransport
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "CrossRegion.Peers";

    /// <summary>Most bytes of an answer.</summary>
    public const int MaxAnswerBytes = 8 * 1024 * 1024;

    /// <summary>A peer that is asked to repair its side takes its time.</summary>
    private static readonly TimeSpan LedgerTimeout = TimeSpan.FromMinutes(10);

    public async Task<BatchAnswer> SendAsync(ProvinceCode peer, IReadOnlyList<SignedHandOver> batch, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(ExchangeJson.WriteBytes(new HandOverBatch(batch)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await PostAsync(peer, "api/exchange/hand-overs", content, timeout, cancellation).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK when ExchangeJson.TryRead<BatchAnswer>(body, out var answer, out _) && answer.IsFor(batch.Count):
                return answer;
            case HttpStatusCode.OK:
                throw new InvalidDataException($"peer {peer} answers what is no answer to a batch");
            case HttpStatusCode.TooManyRequests:
                return new BatchAnswer(null, PauseIn(response, body));
            case HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity:
                throw new PeerRejectedException((int)response.StatusCode);
            default:
                throw new HttpRequestException($"peer {peer} answers {(int)response.StatusCode}", null, response.StatusCode);
        }
    }

    public async Task<string> AskAsync(ProvinceCode peer, string question, CancellationToken cancellation)
    {
        using var content = new StringContent(question, Encoding.ASCII, new MediaTypeHeaderValue("application/jose"));
        using var response = await PostAsync(peer, "api/exchange/ledger", content, LedgerTimeout, cancellation).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false)
            : throw new HttpRequestException($"peer {peer} answers {(int)response.StatusCode} to a question about a ledger", null, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(
        ProvinceCode peer, string path, HttpContent content, TimeSpan patience, CancellationToken cancellation)
    {
        if (!endpoints.TryGetValue(peer, out var endpoint))
        {
            throw new IOException($"no peer {peer} is configured");
        }

        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, path)) { Content = content };
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException unanswered) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"peer {peer} did not answer within {patience.TotalSeconds} s", unanswered);
        }
        catch (SocketException reset)
        {
            // A connection that is reset as soon as it stands comes out of SocketsHttpHandler as it is.
            throw new HttpRequestException($"peer {peer} broke the connection off: {reset.Message}", reset);
        }
    }

    /// <summary>The wait in the body, which counts milliseconds, or else in <c>Retry-After</c>.</summary>
    private static Pause PauseIn(HttpResponseMessage response, byte[] body) =>
        ExchangeJson.TryRead<BatchAnswer>(body, out var answer, out _) && answer.Pause is { } pause
            ? pause
            : new Pause((int)(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1)).TotalMilliseconds, HandOverBatch.MaxHandOvers);
}
