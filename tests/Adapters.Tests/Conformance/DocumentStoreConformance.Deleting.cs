namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task A_deleted_document_is_gone_and_has_no_ETag()
    {
        var etag = await WriteAsync(Create("case"));

        (await CommitAsync(Delete("case", etag))).ShouldBe([null]);

        (await ReadAsync("case")).ShouldBeNull();
        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Deleting_with_an_ETag_of_before_is_a_conflict()
    {
        var first = await WriteAsync(Create("case", "1"));
        await WriteAsync(Replace("case", first, "2"));

        (await TryCommitAsync(Delete("case", first))).ConflictingId.ShouldBe("case");

        (await BodyAsync("case")).ShouldBe("2");
    }

    [Fact]
    public async Task Deleting_what_does_not_exist_is_a_conflict()
    {
        var etag = await WriteAsync(Create("case"));
        await CommitAsync(Delete("case", etag));

        (await TryCommitAsync(Delete("case", etag))).ConflictingId.ShouldBe("case");
    }

    [Fact]
    public async Task An_ETag_does_not_come_back_with_a_document_created_again()
    {
        var first = await WriteAsync(Create("case", "1"));
        await CommitAsync(Delete("case", first));

        (await WriteAsync(Create("case", "1"))).ShouldNotBe(first);

        (await TryCommitAsync(Replace("case", first, "2"))).ConflictingId.ShouldBe("case");
    }
}
