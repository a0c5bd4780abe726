using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Bench.Crash;

/// <summary>
/// The departments' offices: a ticket is decided once, however often it is handed in, and the decision is sent until it is
/// acknowledged, each time under a number of its own. A decision that was acknowledged is never sent again: the engine has it.
/// </summary>
internal sealed class Offices(Ledger ledger, Backlog backlog)
{
    private readonly ConcurrentDictionary<Ticket, bool> _known =
        new(backlog.Undecided.Concat(backlog.Decided).Select(ticket => KeyValuePair.Create(ticket, true)));
    private readonly TaskCompletionSource<DurableTaskClient> _client = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _decisions = backlog.NextDecision - 1;

    /// <summary>Sends what was left open, and from now on what is handed in.</summary>
    public void Open(DurableTaskClient client)
    {
        _client.TrySetResult(client);
        foreach (var ticket in backlog.Undecided)
        {
            _ = DecideAsync(ticket);
        }
    }

    public void Hand(Ticket ticket)
    {
        if (_known.TryAdd(ticket, true))
        {
            _ = DecideAsync(ticket);
        }
    }

    private async Task DecideAsync(Ticket ticket)
    {
        var client = await _client.Task;
        var decision = new Heard(
            Steps.Decision(ticket.Department), Interlocked.Increment(ref _decisions).ToString(CultureInfo.InvariantCulture));
        ledger.Write(LedgerKind.DecisionSent, ticket.Application, decision.Step, decision);
        await client.RaiseEventAsync(ticket.InstanceId, ApplicationTasks.Decision, decision);
        ledger.Write(LedgerKind.DecisionAcknowledged, ticket.Application, decision.Step, decision);
    }
}
