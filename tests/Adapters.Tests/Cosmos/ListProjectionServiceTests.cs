using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>The projection as it runs: on the client's change feed processor, its leases in a container.</summary>
public sealed class ListProjectionServiceTests : IAsyncLifetime
{
    private static readonly IndexQuery All = new(DocumentIndex.Cases, "all");

    private CosmosGateway _gateway = null!;
    private CosmosAccount _account = null!;

    /// <summary>A store beside the instances that project; it does not.</summary>
    private CosmosDocumentStore Store => new(_account);

    public async Task InitializeAsync()
    {
        _gateway = await CosmosGateway.StartAsync();
        _account = _gateway.Account();
    }

    public async Task DisposeAsync()
    {
        _account.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task What_was_written_before_anybody_projected_is_listed()
    {
        await CreateAsync("51-1", "51-2", "51-3");

        await using var instance = await StartAsync();

        await ListedAsync("51-1", "51-2", "51-3");
    }

    [Fact]
    public async Task An_instance_goes_on_where_the_one_before_it_was_stopped()
    {
        await using (await StartAsync())
        {
            await CreateAsync("51-1", "51-2", "51-3", "51-4", "51-5");
            await ListedAsync("51-1", "51-2", "51-3", "51-4", "51-5");
        }

        await CreateAsync("51-6");
        var before = _gateway.Requests.Count;
        await using var instance = await StartAsync();

        await ListedAsync("51-1", "51-2", "51-3", "51-4", "51-5", "51-6");
        _gateway.Requests.Skip(before).Where(request => request.Partition?.StartsWith("of|", StringComparison.Ordinal) is true)
            .ShouldAllBe(request => request.Partition == "of|51-6");
    }

    [Fact]
    public async Task A_projection_that_fails_is_taken_up_again()
    {
        await using var instance = await StartAsync();
        var failures = 0;
        _gateway.Fault = request =>
            new(request is { Container: "lists", Kind: RequestKind.Write } && failures++ < 3 ? new GatewayFault(FaultAnswer.Unavailable) : null);

        await CreateAsync("51-1", "51-2", "51-3");

        await ListedAsync("51-1", "51-2", "51-3");
        failures.ShouldBeGreaterThan(3);
        _gateway.ListsShouldBeExact();
    }

    [Fact]
    public async Task What_one_instance_leaves_another_takes_over()
    {
        var first = await StartAsync();
        await CreateAsync("51-1", "51-2", "51-3", "51-4", "51-5");
        await ListedAsync("51-1", "51-2", "51-3", "51-4", "51-5");
        await using var second = await StartAsync();

        await first.DisposeAsync();
        await CreateAsync("51-6", "51-7", "51-8", "51-9");

        await ListedAsync("51-1", "51-2", "51-3", "51-4", "51-5", "51-6", "51-7", "51-8", "51-9");
        _gateway.ListsShouldBeExact();
    }

    [Fact]
    public async Task A_host_starts_while_the_account_cannot_be_reached_and_projects_when_it_can()
    {
        _gateway.Reachable = false;
        await using var instance = await StartAsync();
        await Should.ThrowAsync<IOException>(() => instance.Documents.ReadAsync(new DocumentKey("51-1", "case"), default));

        // A client that began to connect during the outage may tell of it once more.
        _gateway.Reachable = true;
        _account.Dispose();
        _account = _gateway.Account();
        await CreateAsync("51-1");

        await ListedAsync("51-1");
    }

    [Fact]
    public async Task A_host_stops_while_the_account_cannot_be_reached()
    {
        var instance = await StartAsync();
        await CreateAsync("51-1");
        await ListedAsync("51-1");

        _gateway.Reachable = false;
        await instance.DisposeAsync();
    }

    [Fact]
    public async Task A_host_that_stops_while_the_projection_starts_leaves_no_range_to_nobody()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<GatewayFault?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _gateway.Fault = request =>
        {
            if (request.Container != "leases")
            {
                return default;
            }

            asked.TrySetResult();
            return new(answer.Task);
        };
        var instance = await StartAsync();
        await asked.Task;

        var stopped = instance.DisposeAsync().AsTask();
        answer.SetResult(null);
        await stopped;

        var leases = _gateway.Items("leases").Where(item => item["LeaseToken"] is not null).ToList();
        leases.Count.ShouldBe(3);
        leases.ShouldAllBe(lease => lease["Owner"] == null);
    }

    [Fact]
    public async Task A_document_is_hidden_by_a_lag_and_never_shown_where_it_does_not_belong()
    {
        await using (await StartAsync())
        {
            await CreateAsync("51-1", "51-2", "51-3");
            await ListedAsync("51-1", "51-2", "51-3");
        }

        // Nobody projects now: the lists still have all three where they were.
        foreach (var (partition, body, indexes) in ((string, string, IndexEntry[])[])
            [("51-1", "moved", [new(DocumentIndex.Cases, "all", "9")]), ("51-2", "left", []), ("51-3", "stayed", [Entry("51-3")])])
        {
            var there = await Store.ReadAsync(new DocumentKey(partition, "case"), default);
            await Store.CommitAsync(partition, new DocumentWrite.Replace("case", body, indexes, there!.ETag));
        }

        (await Store.QueryAsync(All, default)).Documents.ShouldHaveSingleItem().Body.ShouldBe("stayed");
        (await Store.QueryAsync(All with { MaxItems = 1 }, default)).Continuation.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_that_the_store_asks_goes_over_several_partitions()
    {
        await using var instance = await StartAsync();
        await CreateAsync("51-1", "51-2");
        await ListedAsync("51-1", "51-2");
        await Store.ListAsync("51-1", "", default);
        await Store.CommitAsync("51-1", [new DocumentWrite.Create("case", "{}", [])], default);

        var asked = _gateway.Requests.Where(request => request is { Container: "cases" or "lists" } and not { Kind: RequestKind.ChangeFeed }).ToList();

        asked.Select(request => request.Kind).Distinct().ShouldBe(
            [RequestKind.Batch, RequestKind.Read, RequestKind.Query, RequestKind.Write], ignoreOrder: true);
        asked.ShouldAllBe(request => request.Partition != null);
    }

    private Task<RunningStore> StartAsync() => RunningStore.StartAsync(_gateway.Options());

    private async Task CreateAsync(params string[] partitions)
    {
        foreach (var partition in partitions)
        {
            await Store.CommitAsync(partition, new DocumentWrite.Create("case", "{}", [Entry(partition)]), new DocumentWrite.Create("timeline:0001", "{}", []));
        }
    }

    private async Task ListedAsync(params string[] partitions)
    {
        await _gateway.LeasesCaughtUpAsync();
        (await Store.QueryAsync(All, default)).Documents.Select(document => document.Key.Partition).ShouldBe(partitions);
    }

    private static IndexEntry Entry(string partition) => new(DocumentIndex.Cases, "all", partition);
}
