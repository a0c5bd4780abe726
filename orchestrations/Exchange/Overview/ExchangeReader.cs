using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Overview;

/// <summary>Reads how the exchange stands.</summary>
public sealed class ExchangeReader(
    IDocumentStore documents, ExchangeOptions options, Dispatcher dispatcher, Reconciliation reconciliation, IClock clock)
{
    /// <summary>A backlog is counted up to here.</summary>
    public const int MostCounted = 1_000;

    private const int MostListed = 50;
    private const int Days = 7;

    public async Task<ExchangeView> ReadAsync(CancellationToken cancellation)
    {
        var peers = new List<PeerView>();
        foreach (var province in ProvinceCode.All.Where(province => !options.Serves(province)))
        {
            var isPeer = options.Peers.Contains(province);
            if (isPeer || await OldestAsync(province, cancellation) is not null)
            {
                peers.Add(await ReadAsync(province, isPeer, cancellation));
            }
        }

        return new ExchangeView(
            [.. options.Provinces.Select(province => province.Value)], peers, await RefusedHereAsync(sender: null, cancellation));
    }

    /// <summary>The hand-over that has waited longest for its receipt from this province, those that it refuses aside; null when none waits.</summary>
    public async Task<Envelope?> OldestAsync(ProvinceCode province, CancellationToken cancellation)
    {
        var page = await documents.QueryAsync(Due(province, maxItems: 1), cancellation);
        return page.Documents is [var oldest] ? OutboxItem.Read(oldest).Envelope : null;
    }

    private async Task<PeerView> ReadAsync(ProvinceCode peer, bool isConfigured, CancellationToken cancellation)
    {
        var backlog = await documents.QueryAsync(Due(peer, MostCounted), cancellation);
        var oldest = backlog.Documents is [var first, ..] ? OutboxItem.Read(first).Envelope : null;
        return new PeerView(
            peer.Value,
            isConfigured,
            backlog.Documents.Count,
            backlog.Continuation is not null,
            oldest is not null && IsLate(oldest),
            await RefusedByPeerAsync(peer, cancellation),
            await RefusedHereAsync(peer, cancellation),
            await ReconciliationsAsync(peer, cancellation),
            dispatcher.ViewOf(peer),
            oldest is null ? null : HandOverView.Of(oldest));
    }

    /// <summary>Whether a hand-over has waited longer than is borne.</summary>
    public bool IsLate(Envelope envelope) => clock.GetCurrentInstant() - envelope.At >= options.AlarmAfter;

    private IndexQuery Due(ProvinceCode peer, int maxItems) =>
        new(DocumentIndex.HandOversToSend, peer.Value, maxItems, SortBefore: CaseDocuments.Sort(clock.GetCurrentInstant()) + "~");

    private async Task<IReadOnlyList<RefusedView>> RefusedByPeerAsync(ProvinceCode peer, CancellationToken cancellation)
    {
        var query = new IndexQuery(DocumentIndex.RefusedHandOvers, ExchangeDocuments.RefusedByValue(peer), MostListed);
        var page = await documents.QueryAsync(query, cancellation);
        return [.. page.Documents.Select(OutboxItem.Read).Where(item => item.Entry.Refused is not null).Select(View)];

        static RefusedView View(OutboxItem item) => new(
            HandOverView.Of(item.Envelope), item.Entry.Refused!.Refusal, item.Entry.Refused.Since, item.Entry.Refused.Times, item.Entry.Due);
    }

    private async Task<IReadOnlyList<AuditedRefusal>> RefusedHereAsync(ProvinceCode? sender, CancellationToken cancellation)
    {
        var query = new IndexQuery(DocumentIndex.RefusedHandOvers, ExchangeDocuments.RefusedOfValue(sender), MostListed, Descending: true);
        var page = await documents.QueryAsync(query, cancellation);
        return [.. page.Documents.Select(document => ExchangeJson.Read<AuditedRefusal>(document.Body))];
    }

    private async Task<IReadOnlyList<ReconciliationResult>> ReconciliationsAsync(ProvinceCode peer, CancellationToken cancellation)
    {
        var today = ChinaTime.DateOf(clock.GetCurrentInstant());
        var results = new List<ReconciliationResult>();
        for (var back = 0; back <= Days; back++)
        {
            if (await reconciliation.FindAsync(peer, today.PlusDays(-back), cancellation) is { } result)
            {
                results.Add(result);
            }
        }

        return results;
    }
}
