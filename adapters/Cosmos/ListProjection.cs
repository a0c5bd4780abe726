using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// Brings the lists in line with one document. It may be told of a change twice, late, or by two instances at once, and stopped anywhere.
/// </summary>
/// <remarks>
/// In this order, and that is what makes it right: it reads the listing and the entries it is going to change; it notes in the listing
/// which lists are in doubt from now on; it looks whether the document still is as it was told; it changes the entries, each only if it is
/// still as it was read; it notes that all is settled. Every write is conditional, and whoever finds one changed begins anew. So an
/// instance that was held up for long can take nothing out that another has put in.
/// </remarks>
internal sealed class ListProjection(CaseContainers containers, RequestUnits units)
{
    public async Task ProjectAsync(DocumentItem change, CancellationToken cancellation)
    {
        if (change.Indexes is not { } memberships)
        {
            return;
        }

        // Lists that an attempt of this run has changed: if it was overtaken then, nobody else may know.
        var touched = new HashSet<string>();
        while (true)
        {
            var listing = await ListingAsync(change.Key, cancellation).ConfigureAwait(false);
            if (touched.Count == 0 && listing.IsSettledOn(memberships))
            {
                return;
            }

            var plan = ListingChange.Plan(listing, memberships, touched);
            var etags = await ETagsAsync(plan, cancellation).ConfigureAwait(false);
            if (await WriteAsync(plan.Begun, cancellation).ConfigureAwait(false) is not { } begun)
            {
                continue;
            }

            var present = await MembershipsAsync(change.Key, cancellation).ConfigureAwait(false);
            if (!present.ToHashSet().SetEquals(memberships))
            {
                memberships = present;
            }
            else if (await ChangeAsync(plan, etags, touched, cancellation).ConfigureAwait(false)
                && await SettleAsync(plan.Settled with { ETag = begun }, cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <summary>The ETags of the entries that are going to be changed, by list; a list that does not have the document is not among them.</summary>
    private async Task<Dictionary<string, string>> ETagsAsync(ListingChange plan, CancellationToken cancellation)
    {
        var etags = new Dictionary<string, string>();
        foreach (var list in plan.Known)
        {
            var etag = await containers.Lists.FindAsync(
                list, ListEntry.IdOf(plan.Begun.Document), item => ItemJson.Text(item, "_etag"), units, cancellation).ConfigureAwait(false);
            if (etag is not null)
            {
                etags.Add(list, etag);
            }
        }

        return etags;
    }

    /// <summary>False when an entry was not as it was read.</summary>
    private async Task<bool> ChangeAsync(
        ListingChange plan, Dictionary<string, string> etags, HashSet<string> touched, CancellationToken cancellation)
    {
        foreach (var entry in plan.Written)
        {
            touched.Add(entry.List);
            var etag = etags.GetValueOrDefault(entry.List);
            if (await containers.Lists.TryWriteAsync(entry.List, entry.Id, entry.ToJson(), etag, units, cancellation).ConfigureAwait(false) is null)
            {
                return false;
            }
        }

        foreach (var list in plan.Removed.Where(etags.ContainsKey))
        {
            touched.Add(list);
            var id = ListEntry.IdOf(plan.Begun.Document);
            if (!await containers.Lists.TryDeleteAsync(list, id, etags[list], units, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>False when somebody else has noted something meanwhile.</summary>
    private async Task<bool> SettleAsync(Listing settled, CancellationToken cancellation) => settled.Listed.Count == 0
        ? await containers.Lists.TryDeleteAsync(settled.List, settled.Id, settled.ETag, units, cancellation).ConfigureAwait(false)
        : await WriteAsync(settled, cancellation).ConfigureAwait(false) is not null;

    private async Task<Listing> ListingAsync(DocumentKey document, CancellationToken cancellation)
    {
        var none = Listing.None(document);
        return await containers.Lists.FindAsync(none.List, none.Id, item => Listing.Read(document, item), units, cancellation).ConfigureAwait(false)
            ?? none;
    }

    private async Task<IReadOnlyList<Membership>> MembershipsAsync(DocumentKey document, CancellationToken cancellation) =>
        (await containers.Cases.FindAsync(document.Partition, document.Id, DocumentItem.Read, units, cancellation).ConfigureAwait(false))?.Indexes ?? [];

    private Task<string?> WriteAsync(Listing listing, CancellationToken cancellation) =>
        containers.Lists.TryWriteAsync(listing.List, listing.Id, listing.ToJson(), listing.ETag, units, cancellation);
}
