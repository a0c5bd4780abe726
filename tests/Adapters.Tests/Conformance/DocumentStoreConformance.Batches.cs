using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task A_batch_writes_all_its_documents_and_answers_in_its_order()
    {
        var etags = await CommitAsync(Create("case", "1"), Create("gone", "1"));

        var next = await CommitAsync(Create("timeline:0001", "1"), Delete("gone", etags[1]!), Replace("case", etags[0]!, "2"));

        next[1].ShouldBeNull();
        (await ReadAsync("timeline:0001")).ShouldNotBeNull().ETag.ShouldBe(next[0]);
        (await ReadAsync("gone")).ShouldBeNull();
        var document = (await ReadAsync("case")).ShouldNotBeNull();
        (document.Body, document.ETag).ShouldBe(("2", next[2]));
    }

    [Fact]
    public async Task A_batch_with_a_conflict_anywhere_writes_nothing()
    {
        var etags = await CommitAsync(Create("case", "1", Entry("1")), Create("effect", "1"));

        for (var place = 0; place < 4; place++)
        {
            List<DocumentWrite> batch =
                [Replace("case", etags[0]!, "2", Entry("2")), Delete("effect", etags[1]!), Create("timeline:0001", "{}", Entry("3"))];
            batch.Insert(place, Replace("absent", etags[0]!));
            (await TryCommitAsync([.. batch])).ConflictingId.ShouldBe("absent");
        }

        (await ReadAsync("case")).ShouldNotBeNull().ETag.ShouldBe(etags[0]);
        (await ReadAsync("effect")).ShouldNotBeNull().ETag.ShouldBe(etags[1]);
        (await ListAsync()).ShouldBe(["case", "effect"]);
        (await FindAsync(new IndexQuery(DocumentIndex.Cases, Value))).ShouldBe(["case"]);
        (await FindAsync(new IndexQuery(DocumentIndex.Cases, Value, SortBefore: "2"))).ShouldBe(["case"]);
    }

    [Fact]
    public async Task The_first_operation_in_conflict_is_named()
    {
        await WriteAsync(Create("b"));

        (await TryCommitAsync(Create("a"), Create("b"), Replace("c", "none"))).ConflictingId.ShouldBe("b");
    }

    [Fact]
    public async Task A_batch_of_the_largest_number_of_operations_is_committed()
    {
        var ids = Enumerable.Range(0, DocumentLimits.MaxOperations).Select(i => $"timeline:{i:d4}").ToArray();

        await CommitAsync([.. ids.Select(id => Create(id))]);

        (await ListAsync()).ShouldBe(ids);
    }

    [Fact]
    public async Task A_cancelled_commit_and_a_cancelled_read_end_as_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => Store.CommitAsync(Partition, [Create("case")], cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Store.ReadAsync(Key("case"), cancelled));
    }
}
