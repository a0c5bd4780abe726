namespace CrossRegion.Adapters.Cosmos;

/// <summary>What has to be done to list a document where it belongs.</summary>
/// <param name="Begun">The listing while it is being done.</param>
/// <param name="Settled">The listing after it.</param>
/// <param name="Written">Entries to be written.</param>
/// <param name="Removed">Lists to be taken out of.</param>
/// <param name="Known">Of all these lists, those that may have the document now.</param>
internal sealed record ListingChange(
    Listing Begun, Listing Settled, IReadOnlyList<ListEntry> Written, IReadOnlyList<string> Removed, IReadOnlyList<string> Known)
{
    /// <param name="listing">What is known.</param>
    /// <param name="memberships">Where the document belongs.</param>
    /// <param name="touched">More lists that are in doubt.</param>
    public static ListingChange Plan(Listing listing, IReadOnlyList<Membership> memberships, IReadOnlyCollection<string> touched)
    {
        var inDoubt = listing.InDoubt.Union(touched).ToHashSet();
        var listed = Entries(listing, listing.Listed);
        var certain = listed.Where(entry => !inDoubt.Contains(entry.List)).ToHashSet();
        var wanted = Entries(listing, memberships);
        var known = listed.Select(entry => entry.List).Union(inDoubt).ToHashSet();

        var written = wanted.Where(entry => !certain.Contains(entry)).ToArray();
        var removed = known.Except(wanted.Select(entry => entry.List)).ToArray();
        var changed = written.Select(entry => entry.List).Union(removed).ToArray();
        return new ListingChange(
            listing with { InDoubt = [.. inDoubt.Union(changed)] },
            listing with { Listed = memberships, InDoubt = [] },
            written,
            removed,
            [.. changed.Where(known.Contains)]);
    }

    private static ListEntry[] Entries(Listing listing, IReadOnlyList<Membership> memberships) =>
        [.. memberships.Select(membership => ListEntry.Of(listing.Document, membership))];
}
