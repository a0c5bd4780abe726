namespace Microsoft.DurableTask.Client;

/// <summary>Finds a client by its name.</summary>
public interface IDurableTaskClientProvider
{
    /// <param name="name">The name; <c>null</c> for the default client.</param>
    /// <exception cref="ArgumentOutOfRangeException">No client has that name.</exception>
    DurableTaskClient GetClient(string? name = null);
}
