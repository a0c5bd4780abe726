using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>
/// Compares a day's ledgers with a peer: by digest, and where that differs by entry. Each side fetches what it lacks from the other, with its
/// proof, by the same rules as if it had come in the ordinary way; so one rule repairs lost receipts, lost messages and restored back-ups.
/// </summary>
public sealed class Reconciliation(
    Ledger ledger,
    PeerLedger theirs,
    HandOverInbox inbox,
    OutboxKeeper outbox,
    ExchangeSignatures signatures,
    ExchangeOptions options,
    IDocumentStore documents,
    ExchangeAlarms alarms,
    IClock clock)
{
    /// <summary>Days back that are looked at every night in any case.</summary>
    private const int NightlyDays = 7;

    /// <summary>Days back beyond which nothing is looked at by itself.</summary>
    private const int MostNightlyDays = 366;

    /// <summary>What one side has just taken, the other has no receipt for until its next turn.</summary>
    private const int MostRounds = 3;

    /// <summary>Compares, repairs both sides, and compares again. The result is kept.</summary>
    public async Task<ReconciliationResult> RunAsync(ProvinceCode peer, LocalDate day, CancellationToken cancellation)
    {
        var routes = new List<RouteResult>();
        foreach (var own in options.Provinces)
        {
            routes.AddRange(await RunAsync(own, peer, day, cancellation));
        }

        var result = new ReconciliationResult(peer, day, clock.GetCurrentInstant(), routes.Sum(route => route.DifferencesAfter), routes);
        await KeepAsync(result, cancellation);
        if (result.Differences > 0)
        {
            alarms.DifferencesRemain(peer, day, result.Differences);
        }

        return result;
    }

    /// <summary>
    /// With each peer the days that do not agree yet, of the last week and since the first that was ever compared. So a peer that was away for
    /// longer, or either side's backup of long ago, leaves no day out. A peer that fails keeps no other from it.
    /// </summary>
    public Task RunNightlyAsync(CancellationToken cancellation)
    {
        var today = ChinaTime.DateOf(clock.GetCurrentInstant());
        return Task.WhenAll(options.Peers.Select(peer => AttemptAsync(peer, today, async () =>
        {
            foreach (var day in await DisagreeingAsync(peer, today, cancellation))
            {
                await AttemptAsync(peer, day, () => RunAsync(peer, day, cancellation));
            }
        })));
    }

    /// <summary>What became of the latest comparison of that day; null when there was none.</summary>
    public async Task<ReconciliationResult?> FindAsync(ProvinceCode peer, LocalDate day, CancellationToken cancellation) =>
        await documents.ReadAsync(ExchangeDocuments.Reconciliation(peer, day), cancellation) is { } document
            ? ExchangeJson.Read<ReconciliationResult>(document.Body)
            : null;

    /// <summary>Fetches what this side lacks of a day, both ways.</summary>
    internal async Task RepairHereAsync(ProvinceCode own, ProvinceCode peer, LocalDate day, CancellationToken cancellation)
    {
        foreach (var route in (Route[])[new(own, peer), new(peer, own)])
        {
            await RepairHereAsync(own, peer, await CompareAsync(own, peer, route, day, cancellation), day, cancellation);
        }
    }

    private async Task AttemptAsync(ProvinceCode peer, LocalDate day, Func<Task> compare)
    {
        try
        {
            await compare();
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or InvalidDataException)
        {
            alarms.ReconciliationFailed(peer, day, failure);
        }
    }

    /// <summary>The days before today that are to be compared, the oldest first.</summary>
    private async Task<IReadOnlyList<LocalDate>> DisagreeingAsync(ProvinceCode peer, LocalDate today, CancellationToken cancellation)
    {
        var kept = await documents.ListAsync(ExchangeDocuments.Reconciliations(peer), string.Empty, cancellation);
        var agrees = kept.Select(document => ExchangeJson.Read<ReconciliationResult>(document.Body))
            .ToDictionary(result => result.Day, result => result.Differences == 0);
        var first = agrees.Keys.Append(today).Min();
        var days = Math.Clamp(Period.DaysBetween(first, today), NightlyDays, MostNightlyDays);
        return [.. Enumerable.Range(1, days).Reverse().Select(back => today.PlusDays(-back)).Where(day => !agrees.GetValueOrDefault(day))];
    }

    private async Task<IReadOnlyList<RouteResult>> RunAsync(ProvinceCode own, ProvinceCode peer, LocalDate day, CancellationToken cancellation)
    {
        Route[] routes = [new(own, peer), new(peer, own)];
        var before = await CompareAsync(own, peer, routes, day, cancellation);
        var after = before;
        for (var round = 0; round < MostRounds && after.Any(compared => compared.CanBeRepaired); round++)
        {
            foreach (var compared in after)
            {
                await RepairHereAsync(own, peer, compared, day, cancellation);
            }

            await RepairThereAsync(own, peer, day, cancellation);
            after = await CompareAsync(own, peer, routes, day, cancellation);
        }

        return [.. before.Zip(after, RouteResult.Of)];
    }

    /// <summary>A peer that cannot repair its side leaves differences, which are told; what was repaired here stays so.</summary>
    private async Task RepairThereAsync(ProvinceCode own, ProvinceCode peer, LocalDate day, CancellationToken cancellation)
    {
        try
        {
            await theirs.RepairAsync(own, peer, day, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException)
        {
            alarms.ReconciliationFailed(peer, day, failure);
        }
    }

    private async Task<IReadOnlyList<ComparedRoute>> CompareAsync(
        ProvinceCode own, ProvinceCode peer, IEnumerable<Route> routes, LocalDate day, CancellationToken cancellation)
    {
        var compared = new List<ComparedRoute>();
        foreach (var route in routes)
        {
            compared.Add(await CompareAsync(own, peer, route, day, cancellation));
        }

        return compared;
    }

    private async Task<ComparedRoute> CompareAsync(
        ProvinceCode own, ProvinceCode peer, Route route, LocalDate day, CancellationToken cancellation)
    {
        var here = await ledger.SummariseAsync(route, day, signatures.Digest, cancellation);
        var there = await theirs.SummaryAsync(own, peer, route, day, cancellation);
        if (here.Digest == there.Digest && here.Unreceipted + there.Unreceipted == 0)
        {
            return new ComparedRoute(route, here, []);
        }

        var differences = new List<Difference>();
        await using var mine = ledger.EntriesAsync(route, day, cancellation).GetAsyncEnumerator(cancellation);
        await using var other = theirs.EntriesAsync(own, peer, route, day, cancellation).GetAsyncEnumerator(cancellation);
        var (left, right) = (await NextAsync(mine), await NextAsync(other));
        while (left is not null || right is not null)
        {
            var order = left is null ? 1 : right is null ? -1 : left.Place.CompareTo(right.Place);
            if (Difference.Between(order <= 0 ? left : null, order >= 0 ? right : null) is { } difference)
            {
                differences.Add(difference);
            }

            left = order <= 0 ? await NextAsync(mine) : left;
            right = order >= 0 ? await NextAsync(other) : right;
        }

        return new ComparedRoute(route, here, differences);
    }

    private async Task RepairHereAsync(
        ProvinceCode own, ProvinceCode peer, ComparedRoute compared, LocalDate day, CancellationToken cancellation)
    {
        var route = compared.Route;
        foreach (var places in compared.Differences.Where(difference => difference.IsHere).Select(difference => difference.Place).Chunk(LedgerQuestion.MaxPlaces))
        {
            // An answer has as many as fit: what is left of the chunk is asked for again.
            for (var left = places; left.Length > 0;)
            {
                var evidence = await theirs.EvidenceAsync(own, peer, route, day, left, cancellation);
                await TakeAsync(own, route, evidence, cancellation);
                left = evidence.Count == 0 ? [] : left[Math.Min(evidence.Count, left.Length)..];
            }
        }
    }

    /// <summary>What this side is to have received is taken as if it had just come; what it has sent goes back into its outbox.</summary>
    private async Task TakeAsync(ProvinceCode own, Route route, IReadOnlyList<Evidence> evidence, CancellationToken cancellation)
    {
        if (route.To == own)
        {
            await inbox.TakeAsync([.. evidence.Select(each => inbox.Open(new SignedHandOver(each.Message, each.Body)))], cancellation);
            return;
        }

        foreach (var each in evidence)
        {
            await outbox.RestoreAsync(route, each, cancellation);
        }
    }

    private async Task KeepAsync(ReconciliationResult result, CancellationToken cancellation)
    {
        var key = ExchangeDocuments.Reconciliation(result.Peer, result.Day);
        var body = ExchangeJson.Write(result);
        bool kept;
        do
        {
            var before = await documents.ReadAsync(key, cancellation);
            DocumentWrite write = before is null ? new DocumentWrite.Create(key.Id, body, []) : new DocumentWrite.Replace(key.Id, body, [], before.ETag);
            kept = (await documents.CommitAsync(key.Partition, [write], cancellation)).Committed;
        }
        while (!kept);
    }

    private static async Task<LedgerEntry?> NextAsync(IAsyncEnumerator<LedgerEntry> entries) => await entries.MoveNextAsync() ? entries.Current : null;
}
