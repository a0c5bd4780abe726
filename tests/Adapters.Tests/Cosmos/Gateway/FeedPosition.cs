using System.Globalization;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>How far a reader of the change feed is, or has to go: the latest transaction by range.</summary>
internal sealed record FeedPosition(IReadOnlyList<long> ByRange)
{
    /// <summary>The latest change of each range that is in the feed.</summary>
    public static FeedPosition Latest(GatewayContainer? container) => new(container is null
        ? []
        : [.. Enumerable.Range(0, container.Ranges).Select(range => container.All
            .Where(item => container.RangeOf(item.Partition) == range).Select(item => item.Sequence).DefaultIfEmpty().Max())]);

    /// <summary>What the client's change feed processor has noted: the lease of a range has its number as token.</summary>
    public static FeedPosition OfLeases(GatewayContainer? leases) => new([.. (leases?.All ?? [])
        .Where(item => item.Text("LeaseToken") is not null)
        .OrderBy(item => int.Parse(item.Text("LeaseToken")!, CultureInfo.InvariantCulture))
        .Select(item => item.Text("ContinuationToken") is { } token ? long.Parse(token.Trim('"'), CultureInfo.InvariantCulture) : 0)]);

    public bool IsReachedBy(FeedPosition other) =>
        ByRange.Select((sequence, range) => sequence <= other.ByRange.ElementAtOrDefault(range)).All(reached => reached);

    public override string ToString() => $"[{string.Join(", ", ByRange)}]";
}
