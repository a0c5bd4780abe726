using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>What this stamp has sent to a peer and taken from it, day by day.</summary>
public sealed class Ledger(IDocumentStore documents)
{
    private const int PageItems = 500;

    /// <summary>A page of a day's entries, in the order of application number and sequence.</summary>
    /// <exception cref="ArgumentException">The continuation was not given by a page.</exception>
    public async Task<(IReadOnlyList<LedgerEntry> Entries, string? Continuation)> PageAsync(
        Route route, LocalDate day, string? continuation, CancellationToken cancellation)
    {
        var query = new IndexQuery(DocumentIndex.HandOverLedger, ExchangeDocuments.LedgerOf(route, day), PageItems, Continuation: continuation);
        var page = await documents.QueryAsync(query, cancellation);
        return ([.. page.Documents.Select(Entry)], page.Continuation);
    }

    /// <summary>All of a day's entries, in the same order.</summary>
    public async IAsyncEnumerable<LedgerEntry> EntriesAsync(Route route, LocalDate day, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            (var entries, continuation) = await PageAsync(route, day, continuation, cancellation);
            foreach (var entry in entries)
            {
                yield return entry;
            }
        }
        while (continuation is not null);
    }

    public async Task<LedgerSummary> SummariseAsync(Route route, LocalDate day, IDigest digest, CancellationToken cancellation)
    {
        var (entries, unreceipted, sum) = (0, 0, digest.Text([]));
        await foreach (var entry in EntriesAsync(route, day, cancellation))
        {
            entries++;
            unreceipted += entry.Receipted ? 0 : 1;
            sum = digest.Text(Encoding.UTF8.GetBytes($"{sum}\n{entry.Place.Number}:{entry.Place.Sequence}:{entry.Digest}"));
        }

        return new LedgerSummary(entries, unreceipted, sum);
    }

    /// <summary>The hand-over as this side has it; null when it has none.</summary>
    /// <param name="route">Whose ledger.</param>
    /// <param name="place">Which one.</param>
    /// <param name="sign">Signs a hand-over of this stamp's own.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<Evidence?> FindAsync(Route route, LedgerPlace place, Func<OutboxEntry, string> sign, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(ExchangeDocuments.Outbox(place.Number, route, place.Sequence), cancellation) is { } sent)
        {
            var entry = ExchangeJson.Read<OutboxEntry>(sent.Body);
            return new Evidence(sign(entry), entry.Body, entry.Receipt);
        }

        if (await documents.ReadAsync(ExchangeDocuments.Handed(place.Number, route, place.Sequence), cancellation) is { } handed)
        {
            var entry = ExchangeJson.Read<TakenEntry>(handed.Body);
            return new Evidence(entry.Message, entry.Body, entry.Receipt);
        }

        return null;
    }

    private static LedgerEntry Entry(StoredDocument document)
    {
        var (partition, id) = document.Key;
        var place = new LedgerPlace(
            ApplicationNumber.Parse(partition), int.Parse(id.AsSpan(id.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture));
        if (id.StartsWith(ExchangeDocuments.OutboxPrefix, StringComparison.Ordinal))
        {
            var sent = ExchangeJson.Read<OutboxEntry>(document.Body);
            return new LedgerEntry(place, sent.Digest, sent.Receipt is not null);
        }

        return new LedgerEntry(place, ExchangeJson.Read<TakenEntry>(document.Body).Digest, Receipted: true);
    }
}
