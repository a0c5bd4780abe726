using System.Text.Json;
using CrossRegion.Adapters.Cosmos;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>What an item is on the wire.</summary>
public sealed class DocumentItemTests
{
    /// <summary>What HybridRow puts around the operation of a batch, at most; measured, it is some 40 bytes.</summary>
    private const int Frame = 100;

    [Fact]
    public void An_operation_is_never_larger_than_it_was_counted()
    {
        var id = new string('x', DocumentLimits.MaxKeyLength);
        IndexEntry[] indexes =
        [
            .. Enum.GetValues<DocumentIndex>().Select(index => new IndexEntry(index, new string('省', DocumentLimits.MaxKeyLength), new string('"', DocumentLimits.MaxKeyLength))),
        ];
        const string Body = "{\"a\":\"\\\\\u007f\u0001\"}";
        var trail = Enumerable.Range(0, 1_000).Aggregate("", (commits, _) => DocumentVersion.Append(commits, DocumentVersion.NewCommit()));
        var etag = new DocumentVersion($"\"{Guid.Empty}\"", trail, NeverListed: false);
        var item = new DocumentItem(new DocumentKey(id, id), Body, [.. indexes.Select(Membership.Of)], trail);

        var sent = item.ToJson().Length + id.Length + etag.ETag.Length + Frame;

        ((long)sent).ShouldBeLessThanOrEqualTo(DocumentSize.Of(new DocumentWrite.Replace(id, Body, indexes, etag.ToString())));
    }

    [Fact]
    public void A_version_knows_the_latest_commits_that_wrote_it()
    {
        string[] commits = [.. Enumerable.Range(0, 100).Select(_ => DocumentVersion.NewCommit())];
        var version = new DocumentVersion("\"1\"", commits.Aggregate("", DocumentVersion.Append), NeverListed: false);

        version.IsOf(commits[^1]).ShouldBeTrue();
        version.IsOf(commits[^2]).ShouldBeFalse();
        commits[^64..].ShouldAllBe(commit => version.Knows(commit));
        commits[..^64].ShouldAllBe(commit => !version.Knows(commit));
        foreach (var neverListed in (bool[])[false, true])
        {
            var told = version with { NeverListed = neverListed };
            DocumentVersion.Of(told.ToString()).ShouldBe(told);
        }
    }

    [Fact]
    public void An_index_that_this_release_does_not_know_is_projected_all_the_same()
    {
        var item = JsonDocument.Parse(
            """{"id":"case","partition":"51-1","commits":"a","body":"{}","indexes":[{"index":"OfALaterRelease","value":"all","sort":"1"}],"_etag":"\"1\""}""").RootElement;

        var membership = DocumentItem.Read(item).Indexes.ShouldNotBeNull().ShouldHaveSingleItem();

        ListEntry.Of(new DocumentKey("51-1", "case"), membership).List.ShouldStartWith("OfALaterRelease|");
    }
}
