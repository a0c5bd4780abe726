using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using CrossRegion.Adapters.Peers.Keys;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Wire;
using NodaTime;

namespace CrossRegion.Bench.Exchange;

/// <summary>A third province that goes on as always: it hands over a little, and measures how long the receiver takes.</summary>
internal sealed class OtherPeer : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly ISigner _signer;
    private readonly Route _route;
    private readonly Uri _receiver;
    private int _made;

    /// <param name="keyFile">Its key.</param>
    /// <param name="route">From it to the receiver.</param>
    /// <param name="port">Where the receiver listens.</param>
    /// <param name="firstOf">Numbers its applications from here.</param>
    public OtherPeer(string keyFile, Route route, int port, int firstOf = 0)
    {
        (_route, _made) = (route, firstOf);
        _receiver = new Uri($"http://127.0.0.1:{port}/api/exchange/hand-overs");
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(keyFile));
        _signer = EcdsaSuite.Es256.ImportPrivate(key.ExportPkcs8PrivateKey())!;
    }

    /// <summary>Hands over so many a second until it is stopped; answers how long each took.</summary>
    public async Task<IReadOnlyList<TimeSpan>> GoOnAsync(double perSecond, CancellationToken stop)
    {
        var under = new List<Task<TimeSpan>>();
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        try
        {
            while (await ticks.WaitForNextTickAsync(stop))
            {
                under.Add(HandOverAsync());
            }
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        return await Task.WhenAll(under);
    }

    public void Dispose() => _http.Dispose();

    private async Task<TimeSpan> HandOverAsync()
    {
        const string body = """{"opinion":"同意"}""";
        var number = ApplicationNumber.Derive(_route.From, "urn:gov:cn:bench-other", $"{Interlocked.Increment(ref _made)}", new byte[32]);
        var now = SystemClock.Instance.GetCurrentInstant();
        var envelope = new Envelope(HandOverKind.Application, number, _route.From, _route.To, 1, now, _signer.Digest.Text(Encoding.UTF8.GetBytes(body)));
        var seconds = now.ToUnixTimeSeconds();
        var message = Jws.Sign(_signer, MessageType.HandOver, ExchangeJson.WriteBytes(envelope), seconds, seconds + 600);
        var begun = Stopwatch.GetTimestamp();
        using var response = await _http.PostAsJsonAsync(_receiver, new HandOverBatch([new SignedHandOver(message, body)]), ExchangeJson.Options);
        var answer = await response.Content.ReadFromJsonAsync<BatchAnswer>(ExchangeJson.Options);
        return answer?.Answers?[0].Receipt is not null
            ? Stopwatch.GetElapsedTime(begun)
            : throw new InvalidOperationException($"the receiver answered {(int)response.StatusCode}: {answer?.Answers?[0].Refusal}");
    }
}
