using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task An_erasable_document_is_read_listed_found_and_fed_like_any_other()
    {
        var (_, start) = await ChangesAsync(null, 1000);
        await WriteAsync(Erasable("key", "{\"wrapped\":\"钥匙\"}", Entry("1")));

        (await BodyAsync("key")).ShouldBe("{\"wrapped\":\"钥匙\"}");
        (await Store.ListAsync(Partition, "k", default)).ShouldHaveSingleItem().Body.ShouldBe("{\"wrapped\":\"钥匙\"}");
        (await FindAsync(new IndexQuery(DocumentIndex.Cases, Value))).ShouldBe(["key"]);
        (await ChangesAsync(start)).Documents.ShouldHaveSingleItem().Body.ShouldBe("{\"wrapped\":\"钥匙\"}");
    }

    [Fact]
    public async Task An_erasable_document_is_replaced_and_deleted_like_any_other()
    {
        var first = await WriteAsync(Erasable("key", "\"first\""));
        (await TryCommitAsync(Erasable("key", "\"other\""))).ConflictingId.ShouldBe("key");

        var second = await WriteAsync(Replace("key", first, "\"longer than the first\""));
        (await BodyAsync("key")).ShouldBe("\"longer than the first\"");
        (await TryCommitAsync(Delete("key", first))).ConflictingId.ShouldBe("key");

        await CommitAsync(Delete("key", second));
        (await BodyAsync("key")).ShouldBeNull();
        await WriteAsync(Create("key", "\"anew\""));
        (await BodyAsync("key")).ShouldBe("\"anew\"");
    }

    [Fact]
    public async Task A_conflict_leaves_an_erasable_document_as_it_was()
    {
        var etag = await WriteAsync(Erasable("key", "\"kept\""));
        await WriteAsync(Create("case"));

        (await TryCommitAsync(Delete("key", etag), Erasable("other", "\"gone\""), Create("case"))).ConflictingId.ShouldBe("case");

        (await BodyAsync("key")).ShouldBe("\"kept\"");
        (await BodyAsync("other")).ShouldBeNull();
    }

    private static DocumentWrite.Create Erasable(string id, string body, params IndexEntry[] indexes) => new(id, body, indexes, Erasable: true);
}
