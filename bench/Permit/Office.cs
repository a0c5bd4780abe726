using System.Threading.Channels;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Bench.Permit;

/// <summary>
/// The departments' offices, outside the engine: whatever is handed in is decided at once and comes back through the
/// client's public call, one durable call for each decision. It does not wait for the dispatch to be recorded, so a
/// decision may come before the wait for it.
/// </summary>
internal sealed class Office
{
    private readonly Channel<DispatchInput> _tickets = Channel.CreateUnbounded<DispatchInput>(new UnboundedChannelOptions { SingleReader = true });
    private int _failed;

    /// <summary>Decisions the engine refused.</summary>
    public int Failed => Volatile.Read(ref _failed);

    public void Hand(DispatchInput ticket) => _tickets.Writer.TryWrite(ticket);

    public async Task WorkAsync(DurableTaskClient client, CancellationToken stop)
    {
        await foreach (var ticket in _tickets.Reader.ReadAllAsync(stop))
        {
            _ = DecideAsync(client, ticket);
        }
    }

    private async Task DecideAsync(DurableTaskClient client, DispatchInput ticket)
    {
        try
        {
            await client.RaiseEventAsync(ticket.Instance, PermitTasks.Decision, PermitBodies.Decide(ticket.Id, ticket.Dept));
        }
        catch (Exception refusal)
        {
            Interlocked.Increment(ref _failed);
            await Console.Error.WriteLineAsync($"office: {refusal.Message}");
        }
    }
}
