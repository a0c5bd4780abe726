using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Client;

/// <summary>Finds a client among the registered ones; names are case-sensitive as those of options are.</summary>
internal sealed class DefaultDurableTaskClientProvider(IEnumerable<DurableTaskClientContainer> clients) : IDurableTaskClientProvider
{
    public DurableTaskClient GetClient(string? name = null)
    {
        name ??= Options.DefaultName;
        return clients.FirstOrDefault(container => container.Client.Name == name)?.Client
            ?? throw new ArgumentOutOfRangeException(
                nameof(name), name, $"No such client; there are: [{string.Join(", ", clients.Select(c => $"\"{c.Client.Name}\""))}].");
    }
}
