using CrossRegion.Adapters.Tests.Conformance;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Cosmos;

public sealed class CosmosDocumentStoreConformance(CosmosFixture cosmos) : DocumentStoreConformance, IClassFixture<CosmosFixture>
{
    protected override int ModelRuns => CosmosFixture.IsReal ? 20 : base.ModelRuns;

    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<IDocumentStore> OpenAsync() => Task.FromResult(cosmos.Store.Documents);

    protected override Task IndexesCaughtUpAsync() => cosmos.ListsCaughtUpAsync();
}
