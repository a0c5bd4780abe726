using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    private IndexQuery All => new(DocumentIndex.Cases, Value);

    [Fact]
    public async Task A_query_finds_documents_of_all_partitions_by_their_sort_keys()
    {
        var etag = await WriteAsync(Create("b", "1", Entry("2026-02")));
        await Store.CommitAsync(Partition + "-other", [Create("a", "2", Entry("2026-03")), Create("c", "3", Entry("2026-01"))], default);
        await WriteAsync(Create("not-indexed"));
        await IndexesCaughtUpAsync();

        var page = await Store.QueryAsync(All, default);

        page.Documents.Select(document => document.Key.Id).ShouldBe(["c", "b", "a"]);
        page.Documents[1].ShouldBe(new(Key("b"), "1", etag));
        page.Continuation.ShouldBeNull();
    }

    [Fact]
    public async Task A_query_finds_only_its_index_and_exactly_its_value()
    {
        await CommitAsync(
            Create("a", "{}", Entry("1")),
            Create("b", "{}", Entry("1", DocumentIndex.FailedCases)),
            Create("c", "{}", new IndexEntry(DocumentIndex.Cases, Value + " ", "1")),
            Create("d", "{}", new IndexEntry(DocumentIndex.Cases, Value.ToUpperInvariant() + "X", "1")),
            Create("e", "{}", Entry("1"), Entry("1", DocumentIndex.FailedCases)));

        (await FindAsync(All)).ShouldBe(["a", "e"]);
        (await FindAsync(All with { Index = DocumentIndex.FailedCases })).ShouldBe(["b", "e"]);
        (await FindAsync(All with { Value = Value[..^1] })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_may_stand_under_several_values_of_one_index()
    {
        await WriteAsync(Create("case", "{}", Entry("1"), new IndexEntry(DocumentIndex.Cases, Value + "-2", "2")));

        (await FindAsync(All)).ShouldBe(["case"]);
        (await FindAsync(All with { Value = Value + "-2" })).ShouldBe(["case"]);
    }

    [Fact]
    public async Task Sort_keys_are_compared_ordinally()
    {
        string[] sorts = ["", " ", "!", "-", "10", "2", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z", "A", "Z", "_", "a", "aa", "z", "~"];
        await CommitAsync([.. sorts.Select((sort, i) => Create($"d{i}", "{}", Entry(sort)))]);

        var found = await FindAsync(All);

        found.Select(id => sorts[int.Parse(id[1..])]).ShouldBe(sorts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Replacing_a_document_replaces_its_index_entries()
    {
        var etag = await WriteAsync(Create("case", "1", Entry("2"), Entry("2", DocumentIndex.WaitingEvents)));
        await WriteAsync(Create("other", "1", Entry("3")));

        await WriteAsync(Replace("case", etag, "2", Entry("4"), Entry("1", DocumentIndex.FailedCases)));

        (await FindAsync(All)).ShouldBe(["other", "case"]);
        (await FindAsync(All with { Index = DocumentIndex.WaitingEvents })).ShouldBeEmpty();
        (await FindAsync(All with { Index = DocumentIndex.FailedCases })).ShouldBe(["case"]);
    }

    [Fact]
    public async Task Deleting_a_document_takes_it_out_of_the_indexes()
    {
        var etag = await WriteAsync(Create("case", "1", Entry("1")));
        await CommitAsync(Delete("case", etag));

        (await FindAsync(All)).ShouldBeEmpty();

        await WriteAsync(Create("case", "2"));
        (await FindAsync(All)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(11)]
    public async Task Pages_join_to_the_whole_in_both_directions(int maxItems)
    {
        // Several documents share a sort key, so that a page ends in the midst of equals.
        await CommitAsync([.. Enumerable.Range(0, 10).Select(i => Create($"d{i}", "{}", Entry($"{i / 4}")))]);

        var ascending = await FindAsync(All with { MaxItems = maxItems });
        var descending = await FindAsync(All with { MaxItems = maxItems, Descending = true });

        ascending.Select(id => int.Parse(id[1..]) / 4).ShouldBe([0, 0, 0, 0, 1, 1, 1, 1, 2, 2]);
        ascending.Distinct().Count().ShouldBe(10);
        descending.ShouldBe(ascending.AsEnumerable().Reverse());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Applications_received_at_the_same_instant_are_all_found(bool descending)
    {
        // Every case has the same id in a partition of its own.
        var partitions = Enumerable.Range(0, 5).Select(i => $"{Partition}-{i}").ToArray();
        foreach (var partition in partitions)
        {
            (await Store.CommitAsync(partition, [Create("case", "{}", Entry("2026-03-02T01:00:00Z"))], default)).Committed.ShouldBeTrue();
        }

        await IndexesCaughtUpAsync();
        var query = All with { MaxItems = 2, Descending = descending };
        var found = new List<string>();
        for (var page = 0; page < 3; page++)
        {
            var (documents, continuation) = await Store.QueryAsync(query, default);
            found.AddRange(documents.Select(document => document.Key.Partition));
            query = query with { Continuation = continuation };
        }

        query.Continuation.ShouldBeNull();
        found.ShouldBe(partitions, ignoreOrder: true);
    }

    [Fact]
    public async Task A_full_last_page_has_no_continuation()
    {
        await CommitAsync(Create("a", "{}", Entry("1")), Create("b", "{}", Entry("2")));
        await IndexesCaughtUpAsync();

        (await Store.QueryAsync(All with { MaxItems = 2 }, default)).Continuation.ShouldBeNull();
        (await Store.QueryAsync(All with { MaxItems = 1 }, default)).Continuation.ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_documents_before_the_given_sort_key_are_found()
    {
        await CommitAsync([.. Enumerable.Range(0, 6).Select(i => Create($"d{i}", "{}", Entry($"{i}")))]);

        (await FindAsync(All with { SortBefore = "3" })).ShouldBe(["d0", "d1", "d2"]);
        (await FindAsync(All with { SortBefore = "3", Descending = true, MaxItems = 2 })).ShouldBe(["d2", "d1", "d0"]);
        (await FindAsync(All with { SortBefore = "30", MaxItems = 1 })).ShouldBe(["d0", "d1", "d2", "d3"]);
        (await FindAsync(All with { SortBefore = "" })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_continuation_stays_right_while_documents_come_go_and_change(bool descending)
    {
        var etags = await CommitAsync([.. Enumerable.Range(0, 6).Select(i => Create($"d{i}", "{}", Entry($"{i}")))]);
        await IndexesCaughtUpAsync();
        var query = All with { MaxItems = 3, Descending = descending };
        var first = await Store.QueryAsync(query, default);
        var last = first.Documents[^1].Key.Id;

        // The document at the page's end goes, one of each half changes in its place, and two come where the reader has been.
        await CommitAsync(
            Delete(last, etags[int.Parse(last[1..])]!),
            Replace("d1", etags[1]!, "2", Entry("1")),
            Replace("d4", etags[4]!, "2", Entry("4")),
            Create("early", "{}", Entry("0.5")),
            Create("late", "{}", Entry("4.5")));

        var rest = await FindAsync(query with { Continuation = first.Continuation });
        rest.ShouldBe(descending ? ["d2", "d1", "early", "d0"] : ["d3", "d4", "late", "d5"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("no continuation")]
    [InlineData("abcd")]
    public async Task A_continuation_that_no_query_gave_is_refused(string continuation) =>
        await Should.ThrowAsync<ArgumentException>(() => Store.QueryAsync(All with { Continuation = continuation }, default));
}
