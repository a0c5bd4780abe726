using Azure.Storage.Queues;
using CrossRegion.Embedded.Functions.Queues.Sqlite;
using CrossRegion.Embedded.Functions.Queues.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>The queues behind each connection, opened when they are first used.</summary>
internal sealed partial class QueueStores(IServiceProvider services, ILogger<QueueStores> logger) : IAsyncDisposable
{
    private readonly Dictionary<QueueServiceClient, StorageQueues> _storage = [];
    private readonly Lock _gate = new();
    private SqliteQueues? _own;
    private bool _disposed;

    /// <param name="storage">A connection, always the same object for the same one; null: the host's own queues.</param>
    public IMessageQueues Of(QueueServiceClient? storage)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (storage is null)
            {
                return _own ??= ActivatorUtilities.CreateInstance<SqliteQueues>(services);
            }

            if (!_storage.TryGetValue(storage, out StorageQueues? queues))
            {
                LogStorage(storage.AccountName, storage.Uri.Host);
                _storage.Add(storage, queues = ActivatorUtilities.CreateInstance<StorageQueues>(services, storage));
            }

            return queues;
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        foreach (StorageQueues queues in _storage.Values)
        {
            queues.Dispose();
        }

        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    [LoggerMessage(7120, LogLevel.Information, "Queues are in the storage account {Account} at {Host}")]
    private partial void LogStorage(string account, string host);
}
