using System.Net;
using System.Text;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>The change feed of all documents, read on demand. A continuation is the service's own, in an envelope that tells it from any other text.</summary>
internal static class ChangeFeed
{
    private const string Envelope = "cosmos-changes:";

    /// <exception cref="ArgumentException">No feed gave this continuation.</exception>
    public static async Task<DocumentChanges> ReadAsync(
        Container cases, string? continuation, int maxItems, RequestUnits units, CancellationToken cancellation)
    {
        var start = continuation is null ? ChangeFeedStartFrom.Beginning() : ChangeFeedStartFrom.ContinuationToken(Open(continuation));
        using var feed = cases.GetChangeFeedStreamIterator(
            start, ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = maxItems });
        while (true)
        {
            using var response = await feed.ReadNextAsync(cancellation).ConfigureAwait(false);
            units.Add(response.Headers.RequestCharge);
            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                return new DocumentChanges([], Seal(response.ContinuationToken));
            }

            var items = ItemJson.ReadPage(Valid(response).Content, DocumentItem.Read);
            if (items.Exists(item => !item.IsTombstone))
            {
                return new DocumentChanges([.. items.Where(item => !item.IsTombstone).Select(item => item.Document)], Seal(response.ContinuationToken));
            }
        }
    }

    private static ResponseMessage Valid(ResponseMessage response) => response.StatusCode == HttpStatusCode.BadRequest
        ? throw NotGiven()
        : response.EnsureSuccessStatusCode();

    private static string Seal(string token) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Envelope + token));

    private static string Open(string continuation)
    {
        try
        {
            var text = Encoding.UTF8.GetString(Convert.FromHexString(continuation));
            return text.StartsWith(Envelope, StringComparison.Ordinal) ? text[Envelope.Length..] : throw NotGiven();
        }
        catch (FormatException)
        {
            throw NotGiven();
        }
    }

    private static ArgumentException NotGiven() => new("This continuation was not given by the store.", "continuation");
}
