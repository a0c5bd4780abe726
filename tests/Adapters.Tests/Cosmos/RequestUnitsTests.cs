using System.Diagnostics.Metrics;
using CrossRegion.Adapters.Cosmos;
using CrossRegion.Orchestrations.Ports;
using Xunit.Abstractions;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>
/// What operations cost, from the service's own answers. On a real account this prints the figures for <c>docs/performance.md</c>; the
/// test gateway charges one for everything.
/// </summary>
[Collection(nameof(RequestUnitsTests))]
[CollectionDefinition(nameof(RequestUnitsTests), DisableParallelization = true)]
public sealed class RequestUnitsTests(CosmosFixture cosmos, ITestOutputHelper output) : IClassFixture<CosmosFixture>
{
    private readonly string _partition = $"51-{Guid.NewGuid():N}";

    private IDocumentStore Store => cosmos.Store.Documents;

    [Fact]
    public async Task Each_operation_records_what_all_its_responses_cost()
    {
        using var charges = new Charges();
        var value = _partition;

        // A step as the app takes it: the case of 8 kB, its timeline, an outgoing event, an effect.
        IndexEntry[] indexes = [new(DocumentIndex.Cases, value, "1"), new(DocumentIndex.CasesByProvince, value, "1")];
        var begun = await Store.CommitAsync(_partition, new DocumentWrite.Create("case", Text(8_000), indexes), Small("timeline:0001"));
        var step = await Store.CommitAsync(
            _partition,
            new DocumentWrite.Replace("case", Text(8_000), indexes, begun[0]!),
            Small("timeline:0002"),
            Small("outgoing:0002"),
            Small("effect:publish:0002:gateway"));
        await Store.CommitAsync(_partition, new DocumentWrite.Replace("effect:publish:0002:gateway", Text(300), [], step[3]!));
        await Store.ReadAsync(new DocumentKey(_partition, "case"), default);
        await Store.ListAsync(_partition, "timeline:", default);
        await cosmos.ListsCaughtUpAsync();
        (await Store.QueryAsync(new IndexQuery(DocumentIndex.Cases, value), default)).Documents.Count.ShouldBe(1);
        await Store.ReadChangesAsync(null, 10, default);

        foreach (var (operation, cost) in charges.All)
        {
            output.WriteLine($"{operation}: {cost} RU");
        }

        charges.All.Select(charge => charge.Operation).Distinct().ShouldBe(["commit", "read", "list", "query", "changes", "project"], ignoreOrder: true);
        charges.All.ShouldAllBe(charge => charge.Cost > 0);

        // The query asked every shard and read the document.
        charges.All.Where(charge => charge.Operation == "query").ShouldHaveSingleItem()
            .Cost.ShouldBeGreaterThanOrEqualTo(ListShards.Count(nameof(DocumentIndex.Cases)) + 1);
    }

    private static DocumentWrite.Create Small(string id) => new(id, Text(800), []);

    private static string Text(int length) => $"\"{new string('x', length - 2)}\"";

    /// <summary>What the meter records in this process; no other test runs at the same time.</summary>
    private sealed class Charges : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly List<(string Operation, double Cost)> _all = [];

        public Charges()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Name: RequestUnits.InstrumentName, Meter.Name: RequestUnits.MeterName })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((_, cost, tags, _) =>
            {
                lock (_all)
                {
                    _all.Add(((string)tags[0].Value!, cost));
                }
            });
            _listener.Start();
        }

        public IReadOnlyList<(string Operation, double Cost)> All
        {
            get
            {
                lock (_all)
                {
                    return [.. _all];
                }
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
