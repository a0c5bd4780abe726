using CrossRegion.Orchestrations.Ports;
using FsCheck;
using FsCheck.Fluent;

namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    private static readonly string[] ModelIds = ["case", "Case", "effect:1", "effect:2", "timeline:0001"];
    private static readonly string[] ModelSorts = ["", "1", "10", "2", "A", "a"];
    private static readonly DocumentIndex[] ModelIndexes = Enum.GetValues<DocumentIndex>();

    /// <summary>How many sequences the model is tried with; a store that is slow or costs money may override it.</summary>
    protected virtual int ModelRuns => 100;

    [Fact]
    public void Any_sequence_of_batches_does_what_the_model_does()
    {
        var run = 0;
        Prop.ForAll(
            Histories().ToArbitrary(),
            history => FollowModelAsync(history, Interlocked.Increment(ref run)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(ModelRuns).WithEndSize(40));
    }

    private static Gen<ModelStep[][]> Histories()
    {
        var entry = Gen.Elements(ModelIndexes).SelectMany(_ => Gen.Elements(ModelSorts), (index, sort) => (index, sort));
        var step =
            from kind in Gen.Elements(ModelStepKind.Create, ModelStepKind.Replace, ModelStepKind.Replace, ModelStepKind.Delete)
            from id in Gen.Elements(ModelIds)
            from age in Gen.Frequency((8, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(9)))
            from erasable in Gen.Elements(false, true)
            from sorts in entry.ArrayOf(2)
            select new ModelStep(kind, id, age, erasable, sorts);
        var batch = Gen.Choose(1, 3).SelectMany(step.ArrayOf).Select(steps => steps.DistinctBy(one => one.Id).ToArray());
        return batch.ArrayOf();
    }

    private async Task FollowModelAsync(ModelStep[][] history, int run)
    {
        var partition = $"{Partition}-{run}";
        var value = $"{Value}-{run}";
        var model = new DocumentStoreModel(value);
        var (_, start) = await ChangesAsync(null, 1000);
        foreach (var steps in history)
        {
            var batch = model.Batch(steps);
            var conflict = model.Conflict(batch);

            var result = await OutcomeAsync(partition, batch, model);

            result.ConflictingId.ShouldBe(conflict);
            if (result.Committed)
            {
                model.Apply(batch, result.ETags);
            }

            (await Store.ListAsync(partition, "", default)).ShouldBe(model.Documents
                .OrderBy(document => document.Id, StringComparer.Ordinal)
                .Select(document => new StoredDocument(new DocumentKey(partition, document.Id), document.Body, document.ETag)));
        }

        await QueriesFollowAsync(model, value);
        await FeedFollowsAsync(model, partition, start);
    }

    /// <summary>
    /// Commits as a careful caller does: after an <see cref="IOException"/> it looks whether its writes are there, and commits again if not.
    /// </summary>
    private async Task<CommitResult> OutcomeAsync(string partition, DocumentWrite[] batch, DocumentStoreModel model)
    {
        while (true)
        {
            try
            {
                return await Store.CommitAsync(partition, batch, default);
            }
            catch (IOException)
            {
                var there = await Store.ListAsync(partition, "", default);
                if (model.Conflict(batch) is null
                    && there.Select(document => (document.Key.Id, document.Body)).Order().SequenceEqual(model.After(batch).Order()))
                {
                    var etags = there.ToDictionary(document => document.Key.Id, document => document.ETag);
                    return new CommitResult(null, [.. batch.Select(write => etags.GetValueOrDefault(write.Id))]);
                }
            }
        }
    }

    private async Task QueriesFollowAsync(DocumentStoreModel model, string value)
    {
        foreach (var index in ModelIndexes)
        {
            foreach (var query in (IndexQuery[])
                [new(index, value, MaxItems: 1), new(index, value, MaxItems: 2, Descending: true), new(index, value, 3, SortBefore: "2")])
            {
                var sorts = model.Find(query).ToDictionary(row => row.Id, row => row.Sort);
                var found = await FindAsync(query);
                found.Order().ShouldBe(sorts.Keys.Order());
                found.Select(id => sorts[id]).ShouldBe(model.Find(query).Select(row => row.Sort));
            }
        }
    }

    private async Task FeedFollowsAsync(DocumentStoreModel model, string partition, string start)
    {
        var commits = model.Documents.ToDictionary(document => (document.Id, document.ETag), document => document.Commit);
        var changes = (await Store.ReadChangesAsync(start, 1000, default)).Documents
            .Where(change => change.Key.Partition == partition)
            .Select(change => (change.Key.Id, change.ETag))
            .ToList();
        changes.Order().ShouldBe(commits.Keys.Order());
        changes.Select(change => commits[change]).ShouldBeInOrder();
    }
}
