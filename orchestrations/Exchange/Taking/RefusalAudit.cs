using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>
/// Keeps what was refused, and why. The same message refused again for the same reason on the same day is kept once. Whoever sends
/// rubbish cannot fill the store with it: what is more than <see cref="MostAMinute"/> is counted and logged and not kept.
/// </summary>
public sealed class RefusalAudit(IDocumentStore documents, ExchangeOptions options, ExchangeAlarms alarms, IClock clock)
{
    /// <summary>Documents written a minute.</summary>
    public const int MostAMinute = 300;

    private const int LongestMessage = 8_000;

    private readonly Lock _gate = new();
    private long _minute;
    private int _written;

    /// <param name="message">What came.</param>
    /// <param name="opened">What could be read of it.</param>
    /// <param name="refusal">Why it is not taken.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task NoteAsync(string message, RefusedMessage opened, Refusal refusal, CancellationToken cancellation)
    {
        var sender = opened.From is { } from && options.Peers.Contains(from) ? from : null;
        alarms.RefusedHere(sender, refusal);
        var now = clock.GetCurrentInstant();
        if (!MayWrite(now))
        {
            return;
        }

        // The payload and not the whole message: each attempt to send it is signed anew.
        var payload = Jws.TryParse(message, out var jws, out _) ? jws.Payload : Encoding.UTF8.GetBytes(message);
        var id = $"{refusal.Code}:{Base64Url.EncodeToString(SHA256.HashData(payload))}";
        var audit = new AuditedRefusal(now, opened, refusal, message.Length <= LongestMessage ? message : message[..LongestMessage]);
        var write = new DocumentWrite.Create(id, ExchangeJson.Write(audit), [ExchangeDocuments.RefusedOf(sender, now)]);
        await documents.CommitAsync(ExchangeDocuments.Refusals(now), [write], cancellation); // A conflict: it is kept already.
    }

    private bool MayWrite(Instant now)
    {
        lock (_gate)
        {
            var minute = now.ToUnixTimeSeconds() / 60;
            _written = minute == _minute ? _written + 1 : 1;
            _minute = minute;
            return _written <= MostAMinute;
        }
    }
}
