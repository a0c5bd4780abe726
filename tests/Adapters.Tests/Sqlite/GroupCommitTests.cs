using CrossRegion.Adapters.Sqlite;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Sqlite;

public sealed class GroupCommitTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SqliteStoreFile _file = new();
    private readonly SemaphoreSlim _committing = new(0);
    private readonly ManualResetEventSlim _mayCommit = new();
    private int _groups;

    public void Dispose()
    {
        _file.Dispose();
        _committing.Dispose();
        _mayCommit.Dispose();
    }

    [Fact]
    public async Task Batches_that_come_while_the_disk_works_share_the_next_commit_and_a_conflict_fails_alone()
    {
        await using var store = _file.Open(HoldFirst);
        var first = store.CommitAsync("p", [Create("first")], default);
        await FirstGroupCommitsAsync();

        var meanwhile = Enumerable.Range(0, 50)
            .Select(i => store.CommitAsync("p", [Create($"timeline:{i}"), Create(i == 7 ? "first" : $"case:{i}")], default))
            .ToArray();
        _mayCommit.Set();
        var results = await Task.WhenAll(meanwhile);

        (await first).Committed.ShouldBeTrue();
        _groups.ShouldBe(2);
        results.Index().Where(result => !result.Item.Committed).Select(result => result.Index).ShouldBe([7]);
        (await store.ListAsync("p", "", default)).Count.ShouldBe(1 + (49 * 2));
    }

    [Fact]
    public async Task A_commit_cancelled_while_it_waits_is_not_applied()
    {
        await using var store = _file.Open(HoldFirst);
        var first = store.CommitAsync("p", [Create("first")], default);
        await FirstGroupCommitsAsync();
        using var cancellation = new CancellationTokenSource();

        var cancelled = store.CommitAsync("p", [Create("cancelled")], cancellation.Token);
        var next = store.CommitAsync("p", [Create("next")], default);
        await cancellation.CancelAsync();
        _mayCommit.Set();

        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        (await first).Committed.ShouldBeTrue();
        (await next).Committed.ShouldBeTrue();
        (await store.ListAsync("p", "", default)).Select(document => document.Key.Id).ShouldBe(["first", "next"]);
    }

    [Fact]
    public async Task Closing_the_store_commits_what_waits_and_refuses_what_comes_after()
    {
        var store = _file.Open(HoldFirst);
        var first = store.CommitAsync("p", [Create("first")], default);
        await FirstGroupCommitsAsync();
        var waiting = store.CommitAsync("p", [Create("waiting")], default);

        var closing = store.DisposeAsync().AsTask();
        await Should.ThrowAsync<ObjectDisposedException>(() => store.CommitAsync("p", [Create("late")], default));
        _mayCommit.Set();
        await closing;

        (await first).Committed.ShouldBeTrue();
        (await waiting).Committed.ShouldBeTrue();
        await Should.ThrowAsync<ObjectDisposedException>(() => store.ReadAsync(new("p", "first"), default));
    }

    private static DocumentWrite.Create Create(string id) => new(id, "{}", []);

    private async Task FirstGroupCommitsAsync() =>
        (await _committing.WaitAsync(Patience)).ShouldBeTrue($"waited for the first group to reach its commit, saw {_groups} groups");

    private void HoldFirst(StoreFaultPoint point)
    {
        if (point == StoreFaultPoint.BeforeCommit && ++_groups == 1)
        {
            _committing.Release();
            _mayCommit.Wait(Patience).ShouldBeTrue("waited for the test to let the first group commit");
        }
    }
}
