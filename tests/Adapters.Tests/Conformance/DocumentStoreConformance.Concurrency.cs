using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task Of_two_writers_with_one_ETag_exactly_one_wins()
    {
        for (var round = 0; round < 20; round++)
        {
            var id = $"case-{round}";
            var etag = await WriteAsync(Create(id, "0"));

            var results = await AtOnceAsync(2, writer => TryCommitAsync(Replace(id, etag, $"{writer + 1}")));

            var winner = Array.FindIndex(results, result => result.Committed);
            results.Count(result => result.Committed).ShouldBe(1);
            var document = (await ReadAsync(id)).ShouldNotBeNull();
            (document.Body, document.ETag).ShouldBe(($"{winner + 1}", results[winner].ETags[0]));
        }
    }

    [Fact]
    public async Task Of_32_creators_of_one_id_exactly_one_wins()
    {
        var results = await AtOnceAsync(32, writer => TryCommitAsync(Create("case", $"{writer}"), Create($"timeline:{writer:d2}")));

        results.Count(result => result.Committed).ShouldBe(1);
        results.Where(result => !result.Committed).ShouldAllBe(result => result.ConflictingId == "case");
        var winner = Array.FindIndex(results, result => result.Committed);
        (await BodyAsync("case")).ShouldBe($"{winner}");
        (await ListAsync()).ShouldBe(["case", $"timeline:{winner:d2}"]);
    }

    [Fact]
    public async Task Of_a_replacement_and_a_deletion_exactly_one_wins()
    {
        var etag = await WriteAsync(Create("case", "1"));

        var results = await AtOnceAsync(
            8, writer => TryCommitAsync(writer % 2 == 0 ? Replace("case", etag, "2") : Delete("case", etag)));

        results.Count(result => result.Committed).ShouldBe(1);
        var replaced = Array.FindIndex(results, result => result.Committed) % 2 == 0;
        (await BodyAsync("case")).ShouldBe(replaced ? "2" : null);
    }

    [Fact]
    public async Task Increments_from_many_writers_are_all_counted()
    {
        await WriteAsync(Create("count", "0"));

        await AtOnceAsync(8, async _ =>
        {
            for (var i = 0; i < 10; i++)
            {
                CommitResult result;
                do
                {
                    var count = (await ReadAsync("count")).ShouldNotBeNull();
                    result = await TryCommitAsync(Replace("count", count.ETag, $"{int.Parse(count.Body) + 1}"));
                }
                while (!result.Committed);
            }

            return true;
        });

        (await BodyAsync("count")).ShouldBe("80");
    }

    [Fact]
    public async Task A_reader_never_sees_a_document_half_written()
    {
        var written = await WriteAsync(Create("case", new string('0', 10_000)));
        using var finished = new CancellationTokenSource();

        var reader = Task.Run(async () =>
        {
            do
            {
                (await BodyAsync("case")).ShouldNotBeNull().Distinct().ShouldHaveSingleItem();
            }
            while (!finished.IsCancellationRequested);
        });
        for (var i = 1; i <= 50; i++)
        {
            written = await WriteAsync(Replace("case", written, new string((char)('0' + (i % 10)), 10_000 + i)));
        }

        await finished.CancelAsync();
        await reader;
    }

    /// <summary>Starts the same work on many threads; none begins before all are there.</summary>
    private static Task<T[]> AtOnceAsync<T>(int many, Func<int, Task<T>> work)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ready = new CountdownEvent(many);
        var all = Enumerable.Range(0, many).Select(async i =>
        {
            await Task.Yield();
            if (ready.Signal())
            {
                start.SetResult();
            }

            await start.Task;
            return await work(i);
        });
        return Task.WhenAll(all);
    }
}
