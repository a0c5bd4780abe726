using System.Diagnostics;
using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>What callers see of a service that throttles, fails or cannot be reached.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string Partition = "51-1";

    private CosmosGateway _gateway = null!;
    private CosmosAccount _account = null!;

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
    public async Task A_throttled_request_is_repeated_when_the_service_says()
    {
        _gateway.FailNext("cases", RequestKind.Batch, Throttled(5));
        await Store.CommitAsync(Partition, Create("case"));

        _gateway.FailNext("cases", RequestKind.Read, Throttled(5));
        (await ReadAsync("case")).ShouldNotBeNull();

        Count(RequestKind.Batch).ShouldBe(6);
        Count(RequestKind.Read).ShouldBe(6);
    }

    [Fact]
    public async Task A_throttled_request_is_not_repeated_before_the_service_says()
    {
        await Store.CommitAsync(Partition, Create("case"));
        _gateway.FailNext("cases", RequestKind.Read, new GatewayFault(FaultAnswer.Throttled, RetryAfterMilliseconds: 400));
        var clock = Stopwatch.StartNew();

        (await ReadAsync("case")).ShouldNotBeNull();

        clock.ElapsedMilliseconds.ShouldBeGreaterThanOrEqualTo(390);
    }

    [Fact]
    public async Task A_write_that_met_another_is_repeated()
    {
        _gateway.FailNext("cases", RequestKind.Batch, new GatewayFault(FaultAnswer.RetryWith));

        await Store.CommitAsync(Partition, Create("case"));

        Count(RequestKind.Batch).ShouldBe(2);
    }

    [Theory]
    [InlineData(FaultAnswer.Throttled)]
    [InlineData(FaultAnswer.Unavailable)]
    [InlineData(FaultAnswer.Cut)]
    public async Task A_store_that_stays_unreachable_is_an_IOException(FaultAnswer answer)
    {
        await Store.CommitAsync(Partition, Create("before"));
        var options = _gateway.Options();
        options.TimeoutSeconds = 1;
        using var account = new CosmosAccount(options, NullLogger.Instance);
        var store = new CosmosDocumentStore(account);
        _gateway.Fault = _ => new(new GatewayFault(answer));

        await Should.ThrowAsync<IOException>(() => store.CommitAsync(Partition, [Create("case")], default));
        await Should.ThrowAsync<IOException>(() => store.ReadAsync(new DocumentKey(Partition, "before"), default));
        await Should.ThrowAsync<IOException>(() => store.ListAsync(Partition, "", default));
        await Should.ThrowAsync<IOException>(() => store.QueryAsync(new IndexQuery(DocumentIndex.Cases, "all"), default));
        await Should.ThrowAsync<IOException>(() => store.ReadChangesAsync(null, 10, default));
    }

    [Fact]
    public async Task An_account_that_cannot_be_reached_is_an_IOException_until_it_can()
    {
        _gateway.Reachable = false;
        await Should.ThrowAsync<IOException>(() => ReadAsync("case"));

        _gateway.Reachable = true;
        (await ReadAsync("case")).ShouldBeNull();

        _gateway.Reachable = false;
        await Should.ThrowAsync<IOException>(() => ReadAsync("case"));

        _gateway.Reachable = true;
        await Store.CommitAsync(Partition, Create("case"));
    }

    [Theory]
    [InlineData(FaultAnswer.TimedOut)]
    [InlineData(FaultAnswer.Unavailable)]
    [InlineData(FaultAnswer.Cut)]
    public async Task A_commit_whose_fate_is_unknown_is_not_sent_again(FaultAnswer answer)
    {
        _gateway.FailNext("cases", RequestKind.Batch, new GatewayFault(answer, AfterApplying: true));

        await Should.ThrowAsync<IOException>(() => Store.CommitAsync(Partition, [Create("case")], default));

        Count(RequestKind.Batch).ShouldBe(1);
        (await ReadAsync("case")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_commit_that_meets_its_own_work_is_no_conflict()
    {
        ApplyTwice();
        var created = await Store.CommitAsync(Partition, Create("a"), Create("b"));
        (await ReadAsync("a")).ShouldNotBeNull().ETag.ShouldBe(created[0]);

        ApplyTwice();
        var replaced = await Store.CommitAsync(Partition, new DocumentWrite.Replace("a", "2", [], created[0]!), new DocumentWrite.Delete("b", created[1]!));
        replaced[1].ShouldBeNull();
        (await ReadAsync("a")).ShouldBe(new(new(Partition, "a"), "2", replaced[0]!));
        (await ReadAsync("b")).ShouldBeNull();

        ApplyTwice();
        await Store.CommitAsync(Partition, new DocumentWrite.Delete("a", replaced[0]!));
        (await ReadAsync("a")).ShouldBeNull();
        Count(RequestKind.Batch).ShouldBe(6);
    }

    [Fact]
    public async Task A_commit_that_was_partly_overwritten_since_is_no_conflict()
    {
        var first = await Store.CommitAsync(Partition, Create("case"));
        var attempts = 0;
        _gateway.Fault = async request =>
        {
            switch (request.Kind == RequestKind.Batch ? ++attempts : 0)
            {
                case 1:
                    return new GatewayFault(FaultAnswer.RetryWith, AfterApplying: true);
                case 2:
                    var there = await ReadAsync("case");
                    await Store.CommitAsync(Partition, new DocumentWrite.Replace("case", "overtaken", [], there!.ETag));
                    return null;
                default:
                    return null;
            }
        };

        var etags = await Store.CommitAsync(Partition, new DocumentWrite.Replace("case", "2", [], first[0]!), Create("timeline:0001"));

        (await ReadAsync("case")).ShouldNotBeNull().Body.ShouldBe("overtaken");
        (await ReadAsync("timeline:0001")).ShouldNotBeNull().ETag.ShouldBe(etags[1]);
        (await Store.CommitAsync(Partition, [new DocumentWrite.Replace("case", "3", [], etags[0]!)], default)).ConflictingId.ShouldBe("case");
    }

    [Fact]
    public async Task A_real_conflict_after_a_repetition_is_a_conflict()
    {
        await Store.CommitAsync(Partition, Create("case"));
        _gateway.FailNext("cases", RequestKind.Batch, new GatewayFault(FaultAnswer.RetryWith), new GatewayFault(FaultAnswer.Throttled));

        (await Store.CommitAsync(Partition, [Create("timeline:0001"), Create("case")], default)).ConflictingId.ShouldBe("case");

        (await ReadAsync("timeline:0001")).ShouldBeNull();
    }

    /// <summary>The next batch is applied, and the client is told to send it again.</summary>
    private void ApplyTwice() => _gateway.FailNext("cases", RequestKind.Batch, new GatewayFault(FaultAnswer.RetryWith, AfterApplying: true));

    private static GatewayFault[] Throttled(int times) => [.. Enumerable.Repeat(new GatewayFault(FaultAnswer.Throttled), times)];

    private static DocumentWrite.Create Create(string id) => new(id, "{}", []);

    private Task<StoredDocument?> ReadAsync(string id) => Store.ReadAsync(new DocumentKey(Partition, id), default);

    private int Count(RequestKind kind) => _gateway.Requests.Count(request => request.Container == "cases" && request.Kind == kind);
}
