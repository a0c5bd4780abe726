using CrossRegion.Adapters.Sqlite;
using CrossRegion.Bench.Capacity.Counting;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Bench.Tests.Capacity;

/// <summary>What is counted is what was asked, on a real store.</summary>
public sealed class CountingStoreTests : IAsyncLifetime
{
    private const double Read = 2;
    private const double Write = 4.95;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossregion-counting-");
    private readonly Tally _tally = new();
    private ServiceProvider _services = null!;
    private CountingStore _store = null!;

    public Task InitializeAsync()
    {
        _services = new ServiceCollection().AddLogging().AddSqliteDocumentStore(store => store.DataDirectory = _folder.FullName).BuildServiceProvider();
        _store = new CountingStore(_services.GetRequiredService<IDocumentStore>(), _tally);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_batch_is_counted_by_its_writes_and_names()
    {
        var result = await CommitAsync(Create("inbox:submitted"), Create("outgoing:0001"), Create("outbox:51-44:0001"), Create("effect:certificate"));

        result.Committed.ShouldBeTrue();
        (_tally[Counted.Commits], _tally[Counted.Writes]).ShouldBe((1, 4));
        (_tally[Counted.Messages], _tally[Counted.Events], _tally[Counted.HandOvers], _tally[Counted.Certificates]).ShouldBe((1, 1, 1, 1));
        _tally[Counted.CaseUnits].ShouldBe(4 * Write, 1e-9);
        _tally[Counted.KeptBytes].ShouldBe(4 * (RequestCharges.FrameBytes + 2));
        _tally[Counted.ListUnits].ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_that_conflicts_costs_and_leaves_nothing()
    {
        await CommitAsync(Create("case"));
        var kept = _tally[Counted.KeptBytes];

        (await CommitAsync(Create("inbox:1"), Create("case"))).Committed.ShouldBeFalse();

        _tally[Counted.CaseUnits].ShouldBe(3 * Write, 1e-9);
        (_tally[Counted.KeptBytes], _tally[Counted.Messages]).ShouldBe((kept, 0));
    }

    /// <summary>As <c>docs/performance.md</c> counts it on the gateway.</summary>
    [Fact]
    public async Task A_projection_makes_the_requests_that_the_adapter_makes()
    {
        IndexEntry[] two = [new(DocumentIndex.Cases, "all", "1"), new(DocumentIndex.WaitingEvents, "all", "1")];
        var created = await CommitAsync(new DocumentWrite.Create("case", "{}", two)); // new in two lists: 2 reads, 4 writes
        Units().ShouldBe((2 * Read) + (5 * Write), 1e-9);

        var stayed = await CommitAsync(new DocumentWrite.Replace("case", "{}", two, created.ETags[0]!)); // 1 read
        Units().ShouldBe(Read + Write, 1e-9);

        await CommitAsync(new DocumentWrite.Replace("case", "{}", [two[0]], stayed.ETags[0]!)); // out of one list: 3 reads, 3 writes
        Units().ShouldBe((3 * Read) + (4 * Write), 1e-9);
        _tally[$"{Counted.EntriesOfList}{DocumentIndex.Cases}"].ShouldBe(1);
        _tally[$"{Counted.EntriesOfList}{DocumentIndex.WaitingEvents}"].ShouldBe(0);
        _tally.Largest(Counted.UnitsOfList).What.ShouldBe($"{Counted.UnitsOfList}{DocumentIndex.WaitingEvents}");
    }

    private double _before;

    /// <summary>Since it was asked last.</summary>
    private double Units()
    {
        var units = _tally[Counted.CaseUnits] + _tally[Counted.ListUnits];
        var since = units - _before;
        _before = units;
        return since;
    }

    private Task<CommitResult> CommitAsync(params DocumentWrite[] batch) => _store.CommitAsync("51-1", batch, CancellationToken.None);

    private static DocumentWrite.Create Create(string id) => new(id, "{}", []);
}
