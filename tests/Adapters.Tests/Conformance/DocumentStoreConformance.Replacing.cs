namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task Replacing_with_the_current_ETag_gives_a_new_one()
    {
        var first = await WriteAsync(Create("case", "1"));

        var second = await WriteAsync(Replace("case", first, "2"));

        second.ShouldNotBe(first);
        var document = (await ReadAsync("case")).ShouldNotBeNull();
        (document.Body, document.ETag).ShouldBe(("2", second));
    }

    [Fact]
    public async Task Replacing_with_the_same_body_changes_the_ETag_too()
    {
        var first = await WriteAsync(Create("case", "1"));

        (await WriteAsync(Replace("case", first, "1"))).ShouldNotBe(first);
    }

    [Fact]
    public async Task Replacing_with_an_ETag_of_before_is_a_conflict()
    {
        var first = await WriteAsync(Create("case", "1"));
        await WriteAsync(Replace("case", first, "2"));

        (await TryCommitAsync(Replace("case", first, "3"))).ConflictingId.ShouldBe("case");

        (await BodyAsync("case")).ShouldBe("2");
    }

    [Fact]
    public async Task Replacing_what_does_not_exist_is_a_conflict()
    {
        var etag = await WriteAsync(Create("other"));

        (await TryCommitAsync(Replace("case", etag))).ConflictingId.ShouldBe("case");

        (await ReadAsync("case")).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("no ETag of this store")]
    public async Task Replacing_with_an_ETag_that_no_store_gave_is_a_conflict(string etag)
    {
        await WriteAsync(Create("case", "1"));

        (await TryCommitAsync(Replace("case", etag, "2"))).ConflictingId.ShouldBe("case");

        (await BodyAsync("case")).ShouldBe("1");
    }

    [Fact]
    public async Task The_ETag_of_another_document_is_a_conflict()
    {
        var etags = await CommitAsync(Create("a", "1"), Create("b", "1"));

        (await TryCommitAsync(Replace("a", etags[1]!, "2"))).ConflictingId.ShouldBe("a");
        (await TryCommitAsync(Delete("a", etags[1]!))).ConflictingId.ShouldBe("a");

        (await BodyAsync("a")).ShouldBe("1");
    }
}
