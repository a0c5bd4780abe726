namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task A_created_document_is_read_as_it_was_written()
    {
        const string Body = "{ \"b\" : 1,\n\t\"a\": 1.0e1 }";

        var etag = await WriteAsync(Create("case", Body));

        var document = (await ReadAsync("case")).ShouldNotBeNull();
        document.Key.ShouldBe(Key("case"));
        document.Body.ShouldBe(Body);
        document.ETag.ShouldBe(etag);
    }

    [Fact]
    public async Task A_document_that_was_never_written_reads_as_null() => (await ReadAsync("case")).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("no such/id?")]
    [InlineData("号")]
    public async Task An_id_that_no_document_can_have_reads_as_null(string id) => (await ReadAsync(id)).ShouldBeNull();

    [Fact]
    public async Task Creating_what_exists_is_a_conflict_and_changes_nothing()
    {
        var etag = await WriteAsync(Create("case", "1"));

        var result = await TryCommitAsync(Create("case", "2"));

        result.Committed.ShouldBeFalse();
        result.ConflictingId.ShouldBe("case");
        result.ETags.ShouldBeEmpty();
        var document = (await ReadAsync("case")).ShouldNotBeNull();
        (document.Body, document.ETag).ShouldBe(("1", etag));
    }

    [Fact]
    public async Task One_id_in_two_partitions_is_two_documents()
    {
        var other = Partition + "-other";

        await WriteAsync(Create("case", "1"));
        (await Store.CommitAsync(other, [Create("case", "2")], default)).Committed.ShouldBeTrue();

        (await BodyAsync("case")).ShouldBe("1");
        (await Store.ReadAsync(new(other, "case"), default)).ShouldNotBeNull().Body.ShouldBe("2");
    }

    [Fact]
    public async Task Ids_that_differ_in_case_only_are_two_documents()
    {
        await CommitAsync(Create("case", "1"), Create("CASE", "2"));

        (await BodyAsync("case")).ShouldBe("1");
        (await BodyAsync("CASE")).ShouldBe("2");
    }
}
