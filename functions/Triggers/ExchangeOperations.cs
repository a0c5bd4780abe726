using System.Text.Json;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Functions.Intake;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Overview;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Functions.Triggers;

/// <summary><c>GET /api/operations/exchange</c> and <c>POST /api/operations/exchange/reconcile</c>, for operators.</summary>
public sealed class ExchangeOperations(ExchangeReader reader, Reconciliation reconciliation, ExchangeOptions options)
{
    [Function("ShowExchange")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "operations/exchange")] HttpRequest request, CancellationToken cancellation) =>
        Results.Json(await reader.ReadAsync(cancellation), ExchangeJson.Options);

    /// <summary>Takes <c>{ "peer": "50", "date": "2026-03-02" }</c>, answers when it is done.</summary>
    [Function("ReconcileWithPeer")]
    public async Task<IResult> ReconcileAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operations/exchange/reconcile")] HttpRequest request, CancellationToken cancellation)
    {
        var body = await BoundedBody.ReadAsync(request.Body, cancellation) ?? ReadOnlyMemory<byte>.Empty;
        var (peer, day, faults) = Read(body);
        if (faults.Count > 0)
        {
            return new ProblemResult(new Problem(ProblemKind.BadQuery, faults));
        }

        try
        {
            return Results.Json(await reconciliation.RunAsync(peer!, day, cancellation), ExchangeJson.Options);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException)
        {
            return new ProblemResult(new Problem(
                ProblemKind.PeerFailed, [new Fault("peer", "peer-failed", $"{peer}未应答或应答有误", failure.Message)]));
        }
    }

    private (ProvinceCode? Peer, LocalDate Day, List<Fault> Faults) Read(ReadOnlyMemory<byte> body)
    {
        List<Fault> faults = [];
        var peer = ProvinceCode.TryParse(Text(body, "peer"), out var code, out var fault) ? code : null;
        if (fault is not null)
        {
            faults.Add(fault.At("peer"));
        }
        else if (!options.Peers.Contains(peer!))
        {
            faults.Add(new Fault("peer", "unknown-peer", $"未与{peer}建立交换关系", $"{peer} is no peer of this stamp"));
        }

        var date = LocalDatePattern.Iso.Parse(Text(body, "date") ?? "");
        if (!date.TryGetValue(default, out var day))
        {
            faults.Add(new Fault("date", "date", "应为真实日期YYYY-MM-DD", "a real date, YYYY-MM-DD, is expected"));
        }

        return (peer, day, faults);
    }

    private static string? Text(ReadOnlyMemory<byte> body, string property)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
