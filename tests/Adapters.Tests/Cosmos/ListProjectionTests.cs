using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>The projection of one document, interrupted and overtaken at every request that it makes.</summary>
public sealed class ListProjectionTests : IAsyncLifetime
{
    private const string Partition = "51-1";

    /// <summary>Versions of a document: where it is listed. Between any two of them a list is joined, left, or kept in another place.</summary>
    private static readonly IndexEntry[][] Versions =
    [
        [new(DocumentIndex.Cases, "all", "1"), new(DocumentIndex.WaitingEvents, "all", "1")],
        [],
        [new(DocumentIndex.Cases, "all", "2"), new(DocumentIndex.FailedCases, "all", "1")],
    ];

    private CosmosGateway _gateway = null!;
    private CosmosAccount _account = null!;
    private CosmosDocumentStore _store = null!;
    private CaseContainers _containers = null!;

    /// <summary>Every way from the version that is listed over the one that a projection is told of to the one that comes then.</summary>
    public static IEnumerable<object[]> Ways { get; } =
        from listed in Enumerable.Range(0, Versions.Length)
        from told in Enumerable.Range(0, Versions.Length)
        from then in Enumerable.Range(0, Versions.Length)
        select new object[] { listed, told, then };

    public async Task InitializeAsync()
    {
        _gateway = await CosmosGateway.StartAsync();
        _account = _gateway.Account();
        _store = new CosmosDocumentStore(_account);
        _containers = await _account.OpenAsync(default);
    }

    public async Task DisposeAsync()
    {
        _account.Dispose();
        await _gateway.DisposeAsync();
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_projection_that_stops_anywhere_is_made_good_by_the_next(int listed, int told, int then)
    {
        foreach (var applied in (bool[])[false, true])
        {
            await EverywhereAsync(listed, told, async held =>
            {
                await held.StopAsync(applied);
                await WriteAndProjectAsync(held.Id, then);

                _gateway.ListsShouldBeExact();
            });
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public Task A_projection_that_is_overtaken_anywhere_leaves_what_the_later_one_wrote(int listed, int told, int then) =>
        EverywhereAsync(listed, told, async held =>
        {
            await WriteAndProjectAsync(held.Id, then);
            await held.GoOnAsync();

            _gateway.ListsShouldBeExact();
        });

    [Theory, MemberData(nameof(Ways))]
    public Task A_projection_that_is_overtaken_anywhere_and_then_stops_takes_nothing_out(int listed, int told, int then) =>
        EverywhereAsync(listed, told, async held =>
        {
            await WriteAndProjectAsync(held.Id, then);
            await held.StopAsync(applied: true);
            await IsShownAsync(held.Id, then);

            // An entry that nobody knows of may be left; it is in the way of nothing.
            await WriteAndProjectAsync(held.Id, told);
            await IsShownAsync(held.Id, told);
        });

    [Fact]
    public async Task A_change_that_is_told_late_or_twice_changes_nothing()
    {
        var told = new List<DocumentItem>();
        for (var version = 0; version < Versions.Length; version++)
        {
            await WriteAsync("case", version);
            told.Add(await ReadAsync("case"));
        }

        foreach (var change in told.Concat(told.AsEnumerable().Reverse()))
        {
            await ProjectAsync(change);
            _gateway.ListsShouldBeExact();
        }
    }

    [Fact]
    public async Task A_document_that_never_was_listed_costs_nothing()
    {
        var etags = await _store.CommitAsync(Partition, new DocumentWrite.Create("effect:1", "{}", []));
        await NothingIsAskedForAsync();

        etags = await _store.CommitAsync(Partition, new DocumentWrite.Replace("effect:1", "{}", [], etags[0]!));
        await NothingIsAskedForAsync();

        await _store.CommitAsync(Partition, new DocumentWrite.Delete("effect:1", etags[0]!));
        await NothingIsAskedForAsync();

        await _store.CommitAsync(Partition, new DocumentWrite.Create("effect:1", "{}", []));
        await NothingIsAskedForAsync();

        async Task NothingIsAskedForAsync()
        {
            var change = await ReadAsync("effect:1");
            var before = _gateway.Requests.Count;
            await ProjectAsync(change);
            _gateway.Requests.Count.ShouldBe(before);
        }
    }

    [Fact]
    public async Task A_document_costs_two_writes_besides_those_of_its_entries_and_a_read_for_each_that_it_leaves()
    {
        await WriteAsync("case", 0);
        (await CostAsync()).ShouldBe((2, 4), "the listing and the document; the listing twice, two entries");

        await WriteAsync("case", 1);
        (await CostAsync()).ShouldBe((4, 4), "and both entries; the listing, two entries, the listing");

        async Task<(int Reads, int Writes)> CostAsync()
        {
            var change = await ReadAsync("case");
            var before = _gateway.Requests.Count;
            await ProjectAsync(change);
            var requests = _gateway.Requests.Skip(before).ToList();
            return (requests.Count(request => request.Kind == RequestKind.Read), requests.Count(request => request.Kind == RequestKind.Write));
        }
    }

    [Fact]
    public async Task A_document_that_is_listed_as_before_costs_one_read()
    {
        await WriteAsync("case", 0);
        await ProjectAsync(await ReadAsync("case"));
        await WriteAsync("case", 0);
        var change = await ReadAsync("case");

        var before = _gateway.Requests.Count;
        await ProjectAsync(change);

        _gateway.Requests.Skip(before).ShouldBe([new GatewayRequest("lists", RequestKind.Read, $"of|{Partition}")]);
    }

    /// <summary>Holds a projection at its first request, another one at its second, and so on, until one ends before.</summary>
    private async Task EverywhereAsync(int listed, int told, Func<HeldProjection, Task> actAsync)
    {
        for (var at = 0; ; at++)
        {
            var id = $"case-{Guid.NewGuid():N}";
            await WriteAndProjectAsync(id, listed);
            await WriteAsync(id, told);
            if (await HeldProjection.StartAsync(_gateway, await ReadAsync(id), at, ProjectAsync) is not { } held)
            {
                at.ShouldBeGreaterThanOrEqualTo(listed == told ? 0 : 5);
                return;
            }

            await actAsync(held);
        }
    }

    private async Task IsShownAsync(string id, int version)
    {
        foreach (var index in Enum.GetValues<DocumentIndex>())
        {
            var shown = (await _store.QueryAsync(new IndexQuery(index, "all", MaxItems: 1_000), default)).Documents;
            shown.Any(document => document.Key.Id == id).ShouldBe(Versions[version].Any(entry => entry.Index == index), $"{id} in {index}");
        }
    }

    private async Task WriteAndProjectAsync(string id, int version)
    {
        await WriteAsync(id, version);
        await ProjectAsync(await ReadAsync(id));
    }

    private async Task WriteAsync(string id, int version)
    {
        var there = await _store.ReadAsync(new DocumentKey(Partition, id), default);
        await _store.CommitAsync(Partition, there is null
            ? new DocumentWrite.Create(id, "{}", Versions[version])
            : new DocumentWrite.Replace(id, "{}", Versions[version], there.ETag));
    }

    private async Task ProjectAsync(DocumentItem change)
    {
        using var units = new RequestUnits("project");
        await StoreFailure.ExplainAsync(
            async token =>
            {
                await new ListProjection(_containers, units).ProjectAsync(change, token);
                return true;
            },
            _account.Timeout,
            default);
    }

    private async Task<DocumentItem> ReadAsync(string id)
    {
        using var units = new RequestUnits("read");
        return (await _containers.Cases.FindAsync(Partition, id, DocumentItem.Read, units, default)).ShouldNotBeNull();
    }
}
