using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>A deletion leaves a tombstone, for the change feed shows none; nobody but the projection sees it.</summary>
public sealed class TombstoneTests : IAsyncLifetime
{
    private const string Partition = "51-1";

    private readonly OffsetClock _clock = new();
    private CosmosGateway _gateway = null!;
    private CosmosAccount _account = null!;
    private CosmosDocumentStore _store = null!;

    public async Task InitializeAsync()
    {
        _gateway = await CosmosGateway.StartAsync(_clock);
        _account = _gateway.Account();
        _store = new CosmosDocumentStore(_account);
    }

    public async Task DisposeAsync()
    {
        _account.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_deleted_document_leaves_a_tombstone_without_its_body_that_expires()
    {
        await CreateAndDeleteAsync("inbox:1");

        var tombstone = _gateway.Items("cases").ShouldHaveSingleItem();
        tombstone.ContainsKey("body").ShouldBeFalse();
        ((int)tombstone["ttl"]!).ShouldBe(DocumentItem.TombstoneSeconds);
        (await _store.ListAsync(Partition, "", default)).ShouldBeEmpty();
        (await _store.ReadChangesAsync(null, 10, default)).Documents.ShouldBeEmpty();

        _clock.Offset = TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1);
        _gateway.Items("cases").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_is_created_over_a_tombstone_and_stays()
    {
        await CreateAndDeleteAsync("inbox:1");

        var etags = await _store.CommitAsync(Partition, Create("case"), Create("inbox:1"));

        (await _store.ReadAsync(new DocumentKey(Partition, "inbox:1"), default)).ShouldNotBeNull().ETag.ShouldBe(etags[1]);
        (await _store.CommitAsync(Partition, [Create("inbox:1")], default)).ConflictingId.ShouldBe("inbox:1");
        _clock.Offset = TimeSpan.FromDays(31);
        (await _store.ListAsync(Partition, "", default)).Select(document => document.Key.Id).ShouldBe(["case", "inbox:1"]);
    }

    [Fact]
    public async Task A_tombstone_that_expires_while_a_document_is_created_over_it_is_no_conflict()
    {
        await CreateAndDeleteAsync("inbox:1");
        var attempts = 0;
        _gateway.Fault = request =>
        {
            if (request.Kind == RequestKind.Batch && ++attempts == 2)
            {
                _clock.Offset = TimeSpan.FromDays(31);
            }

            return default;
        };

        await _store.CommitAsync(Partition, Create("inbox:1"));

        attempts.ShouldBe(3);
    }

    [Fact]
    public async Task Of_two_documents_created_over_one_tombstone_one_is_in_conflict()
    {
        await CreateAndDeleteAsync("inbox:1");
        var attempts = 0;
        _gateway.Fault = async request =>
        {
            if (request.Kind == RequestKind.Batch && ++attempts == 2)
            {
                await _store.CommitAsync(Partition, Create("inbox:1"));
            }

            return null;
        };

        (await _store.CommitAsync(Partition, [Create("inbox:1")], default)).ConflictingId.ShouldBe("inbox:1");
    }

    private async Task CreateAndDeleteAsync(string id)
    {
        var etags = await _store.CommitAsync(Partition, Create(id));
        await _store.CommitAsync(Partition, new DocumentWrite.Delete(id, etags[0]!));
    }

    private static DocumentWrite.Create Create(string id) => new(id, "{}", []);
}
