using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// Brings the lists in line with one document. It may be told of a change twice, late, or by two instances at once: it looks at the
/// document as it is now, and whoever writes the <see cref="Listing"/> second begins anew.
/// </summary>
internal sealed class ListProjection(CaseContainers containers)
{
    public async Task ProjectAsync(DocumentItem change, RequestUnits units, CancellationToken cancellation)
    {
        if (change.Indexes is null)
        {
            return;
        }

        var listing = await ListingAsync(change.Key, units, cancellation).ConfigureAwait(false);
        if (listing.IsSettledOn(change.Indexes))
        {
            return;
        }

        // What this run has put into lists. If its listing is overtaken, it may be wrong, and nobody else knows of it.
        var written = new HashSet<Membership>();
        var memberships = await MembershipsAsync(change.Key, units, cancellation).ConfigureAwait(false);
        while (!await SettleAsync(listing, memberships, written, units, cancellation).ConfigureAwait(false))
        {
            listing = await ListingAsync(change.Key, units, cancellation).ConfigureAwait(false);
            memberships = await MembershipsAsync(change.Key, units, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// First notes what may be in lists from now on, then writes it, takes out what no longer belongs there, and notes that it is done.
    /// False when somebody else was at the same document.
    /// </summary>
    private async Task<bool> SettleAsync(
        Listing listing, IReadOnlyList<Membership> memberships, HashSet<Membership> written, RequestUnits units, CancellationToken cancellation)
    {
        var doubtful = listing.Pending.Union(written).ToArray();
        var doubtfulLists = Entries(listing.Document, doubtful).Select(entry => entry.List).ToHashSet();
        var missing = memberships
            .Where(one => !listing.Listed.Contains(one) || doubtfulLists.Contains(ListEntry.Of(listing.Document, one).List))
            .ToArray();
        if (missing.Length > 0)
        {
            listing = listing with { Pending = [.. doubtful.Union(missing)] };
            if (await WriteAsync(listing, units, cancellation).ConfigureAwait(false) is not { } etag)
            {
                return false;
            }

            listing = listing with { ETag = etag };
            written.UnionWith(missing);
            foreach (var entry in Entries(listing.Document, missing))
            {
                await containers.Lists.UpsertAsync(entry.List, entry.ToJson(), units, cancellation).ConfigureAwait(false);
            }
        }

        var remaining = Entries(listing.Document, memberships).Select(entry => entry.List).ToHashSet();
        foreach (var entry in Entries(listing.Document, listing.Listed.Union(listing.Pending).Union(written)).DistinctBy(entry => entry.List))
        {
            if (!remaining.Contains(entry.List))
            {
                await containers.Lists.TryDeleteAsync(entry.List, entry.Id, etag: null, units, cancellation).ConfigureAwait(false);
            }
        }

        return memberships.Count == 0
            ? listing.ETag is null || await containers.Lists.TryDeleteAsync(listing.List, listing.Id, listing.ETag, units, cancellation).ConfigureAwait(false)
            : await WriteAsync(listing with { Listed = memberships, Pending = [] }, units, cancellation).ConfigureAwait(false) is not null;
    }

    private async Task<Listing> ListingAsync(DocumentKey document, RequestUnits units, CancellationToken cancellation)
    {
        var none = Listing.None(document);
        return await containers.Lists.FindAsync(none.List, none.Id, item => Listing.Read(document, item), units, cancellation).ConfigureAwait(false)
            ?? none;
    }

    /// <summary>Where the document belongs as it is now. Read after the listing: so a listing that is then written is never behind its own time.</summary>
    private async Task<IReadOnlyList<Membership>> MembershipsAsync(DocumentKey document, RequestUnits units, CancellationToken cancellation) =>
        (await containers.Cases.FindAsync(document.Partition, document.Id, DocumentItem.Read, units, cancellation).ConfigureAwait(false))?.Indexes ?? [];

    private Task<string?> WriteAsync(Listing listing, RequestUnits units, CancellationToken cancellation) =>
        containers.Lists.TryWriteAsync(listing.List, listing.Id, listing.ToJson(), listing.ETag, units, cancellation);

    private static IEnumerable<ListEntry> Entries(DocumentKey document, IEnumerable<Membership> memberships) =>
        memberships.Select(membership => ListEntry.Of(document, membership));
}
