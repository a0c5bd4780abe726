namespace Microsoft.DurableTask.Client;

/// <summary>Holds a named client, so that one default client alone can be injected as <see cref="DurableTaskClient"/>.</summary>
internal sealed class DurableTaskClientContainer(DurableTaskClient client) : IAsyncDisposable
{
    public DurableTaskClient Client { get; } = client;

    public ValueTask DisposeAsync() => Client.DisposeAsync();
}
