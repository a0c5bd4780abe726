using CrossRegion.Adapters.Sqlite;
using CrossRegion.Adapters.Tests.Conformance;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Sqlite;

public sealed class SqliteDocumentStoreConformance : DocumentStoreConformance
{
    private readonly SqliteStoreFile _file = new();
    private SqliteDocumentStore? _store;

    public override async Task DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        _file.Dispose();
    }

    protected override Task<IDocumentStore> OpenAsync() => Task.FromResult<IDocumentStore>(_store = _file.Open());
}
