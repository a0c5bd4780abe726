namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task The_feed_tells_of_creations_and_replacements_oldest_first()
    {
        var (_, start) = await ChangesAsync(null);
        var first = await WriteAsync(Create("a", "1"));
        await WriteAsync(Create("b", "1"));
        await WriteAsync(Replace("a", first, "2"));

        var (changes, _) = await ChangesAsync(start);

        changes.Select(change => (change.Key.Id, change.Body)).Where(change => change != ("a", "1")).ShouldBe([("b", "1"), ("a", "2")]);
        changes[^1].ETag.ShouldBe((await ReadAsync("a"))!.ETag);
    }

    [Fact]
    public async Task The_feed_begins_with_everything_there_is()
    {
        await CommitAsync(Create("a"), Create("b"));

        (await ChangesAsync(null)).Documents.Select(change => change.Key.Id).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_feed_is_resumed_where_it_was_left()
    {
        var (_, start) = await ChangesAsync(null);
        await WriteAsync(Create("a"));
        var (_, afterA) = await ChangesAsync(start);
        await WriteAsync(Create("b"));
        var (changes, afterB) = await ChangesAsync(afterA);

        changes.Select(change => change.Key.Id).ShouldBe(["b"]);
        (await ChangesAsync(afterB)).Documents.ShouldBeEmpty();
        (await ChangesAsync(start)).Documents.Select(change => change.Key.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task The_feed_in_small_pieces_is_the_whole_feed()
    {
        var (_, start) = await ChangesAsync(null);
        await CommitAsync([.. Enumerable.Range(0, 7).Select(i => Create($"d{i}"))]);
        await WriteAsync(Create("last"));

        var (changes, _) = await ChangesAsync(start, maxItems: 1);

        changes.Select(change => change.Key.Id).Order().ShouldBe(["d0", "d1", "d2", "d3", "d4", "d5", "d6", "last"]);
        changes[^1].Key.Id.ShouldBe("last");
    }

    [Fact]
    public async Task A_deleted_document_is_no_longer_in_the_feed()
    {
        var (_, start) = await ChangesAsync(null);
        var etags = await CommitAsync(Create("a"), Create("b"));
        await CommitAsync(Delete("b", etags[1]!));

        (await ChangesAsync(start)).Documents.Select(change => change.Key.Id).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_batch_in_conflict_is_not_in_the_feed()
    {
        var (_, start) = await ChangesAsync(null);
        await TryCommitAsync(Create("a"), Replace("b", "none"));

        (await ChangesAsync(start)).Documents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Following_the_feed_misses_nothing_that_is_written_meanwhile()
    {
        const int Writers = 8;
        const int Versions = 40;
        var (_, continuation) = await ChangesAsync(null);
        var writing = AtOnceAsync(Writers, async writer =>
        {
            var etag = await WriteAsync(Create($"w{writer}", "0"));
            for (var version = 1; version < Versions; version++)
            {
                var etags = await CommitAsync(Replace($"w{writer}", etag, $"{version}"), Create($"w{writer}-{version}", $"{version}"));
                etag = etags[0]!;
            }

            return true;
        });

        var latest = new Dictionary<string, int>();
        bool finished;
        do
        {
            finished = writing.IsCompleted;
            (var changes, continuation) = await ChangesAsync(continuation, maxItems: 7);
            foreach (var change in changes)
            {
                var version = int.Parse(change.Body);
                version.ShouldBeGreaterThan(latest.GetValueOrDefault(change.Key.Id, -1), $"{change.Key.Id} came back older");
                latest[change.Key.Id] = version;
            }
        }
        while (!finished);

        await writing;
        latest.Count.ShouldBe(Writers * Versions);
        Enumerable.Range(0, Writers).ShouldAllBe(writer => latest[$"w{writer}"] == Versions - 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no continuation")]
    [InlineData("-1")]
    public async Task A_continuation_that_no_feed_gave_is_refused(string continuation) =>
        await Should.ThrowAsync<ArgumentException>(() => Store.ReadChangesAsync(continuation, 10, default));
}
