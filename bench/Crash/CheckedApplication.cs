namespace CrossRegion.Bench.Crash;

/// <summary>
/// What the ledger tells of one application, held against the rules. A result is durable at the latest when it is used: an
/// activity begins, and an end is told, only after the turn that heard the earlier answers has been committed. So from the
/// first use on, the step is never run again, and everybody names the same answer for it. Before that, a run whose result
/// was not yet durable may be repeated, once for each life.
/// </summary>
internal sealed class CheckedApplication(string id, Action<Verdict, string> report)
{
    private readonly HashSet<string> _begun = [];
    private readonly HashSet<string> _begunInThisLife = [];
    private readonly HashSet<Heard> _given = [];
    private readonly HashSet<Heard> _sent = [];
    private readonly Dictionary<string, HashSet<string>> _acknowledged = [];
    private readonly Dictionary<string, string> _used = [];
    private readonly HashSet<Heard> _mustBeHeard = [];
    private IReadOnlyList<Heard>? _output;

    public string Id => id;

    /// <summary>Whether anybody has asked for it: a kill may come between the taking of a number and the asking.</summary>
    public bool IsAsked { get; private set; }

    public bool IsAcknowledged { get; private set; }

    public bool HasEnded => _output is not null;

    /// <summary>Steps begun again in a later life, because a kill came before their result was durable. Not a fault.</summary>
    public int RepeatedRuns { get; private set; }

    /// <summary>Tickets handed in; whether a decision for them is acknowledged.</summary>
    public Dictionary<string, bool> Tickets { get; } = [];

    public void BeginLife() => _begunInThisLife.Clear();

    public void Apply(LedgerLine line)
    {
        switch (line.Kind)
        {
            case LedgerKind.StartAsked:
                IsAsked = true;
                break;
            case LedgerKind.StartAcknowledged:
                IsAcknowledged = true;
                break;
            case LedgerKind.RunBegun:
                Begin(line.Step);
                Use(line.Heard, $"the input of {line.Step}");
                break;
            case LedgerKind.RunEnded:
                _given.Add(line.Heard[0]);
                break;
            case LedgerKind.Early:
                report(Verdict.Wrong, $"{id}: {line.Step} began before its timer was due.");
                break;
            case LedgerKind.DecisionSent:
                _sent.Add(line.Heard[0]);
                break;
            case LedgerKind.DecisionAcknowledged:
                Acknowledge(line.Heard[0]);
                break;
            case LedgerKind.EndTold:
                End(line.Step, line.Heard);
                break;
            case LedgerKind.FoundAtLast:
                Find(line.Step, line.Heard);
                break;
        }
    }

    private void Begin(string step)
    {
        if (!IsAsked)
        {
            report(Verdict.Wrong, $"{id}: {step} ran before anybody had asked for the application.");
        }

        if (!_begunInThisLife.Add(step))
        {
            report(Verdict.Duplicated, $"{id}: {step} ran twice in one life.");
        }

        if (_used.TryGetValue(step, out var token))
        {
            report(Verdict.Duplicated, $"{id}: {step} ran again after its result {token} was used.");
        }

        RepeatedRuns += _begun.Add(step) ? 0 : 1;
        if (step.Split(':') is [_, var department])
        {
            if (step == Steps.Dispatch(department))
            {
                Tickets.TryAdd(department, false);
            }
            else if (step == Steps.Record(department) && _acknowledged.TryGetValue(Steps.Decision(department), out var decisions))
            {
                // It was in the mailbox before the step's answer, so the department hears it before it ends.
                _mustBeHeard.UnionWith(decisions.Select(decision => new Heard(Steps.Decision(department), decision)));
            }
        }
    }

    private void Acknowledge(Heard decision)
    {
        Tickets[decision.Step.Split(':')[1]] = true;
        _acknowledged.TryAdd(decision.Step, []);
        _acknowledged[decision.Step].Add(decision.Token);
    }

    private void Use(IReadOnlyList<Heard> heard, string where)
    {
        foreach (var answer in heard)
        {
            if (!(Steps.IsDecision(answer.Step) ? _sent : _given).Contains(answer))
            {
                report(Verdict.Wrong, $"{id}: {where} has {answer}, which nobody gave.");
            }

            if (!Steps.IsDecision(answer.Step) && !_used.TryAdd(answer.Step, answer.Token) && _used[answer.Step] != answer.Token)
            {
                report(Verdict.Lost, $"{id}: {where} has {answer}, and {_used[answer.Step]} was used before.");
            }
        }

        foreach (var twice in heard.GroupBy(answer => answer).Where(same => same.Count() > 1))
        {
            report(Verdict.Duplicated, $"{id}: {where} has {twice.Key} {twice.Count()} times.");
        }
    }

    private void End(string status, IReadOnlyList<Heard> output)
    {
        if (HasEnded)
        {
            report(Verdict.Duplicated, $"{id}: its end was told twice.");
        }

        CheckOutput(status, output);
        _output = output;
        Forget();
    }

    private void CheckOutput(string status, IReadOnlyList<Heard> output)
    {
        if (status != "Completed")
        {
            report(Verdict.Wrong, $"{id}: it ended as {status}.");
            return;
        }

        Use(output, "the output");
        if (!output.Select(answer => answer.Step).Distinct().Order(StringComparer.Ordinal).SequenceEqual(Steps.All.Order(StringComparer.Ordinal)))
        {
            report(Verdict.Wrong, $"{id}: the output has {string.Join(' ', output)}.");
        }

        foreach (var unheard in _mustBeHeard.Except(output))
        {
            report(Verdict.Lost, $"{id}: {unheard} was acknowledged and not heard.");
        }
    }

    private void Find(string status, IReadOnlyList<Heard> output)
    {
        if (status == "missing")
        {
            if (IsAcknowledged)
            {
                report(Verdict.Lost, $"{id}: its start was acknowledged and there is no such instance.");
            }
        }
        else if (_output is null)
        {
            report(Verdict.Lost, $"{id}: it has not ended and is {status}.");
        }
        else if (status != "Completed" || !_output.SequenceEqual(output))
        {
            report(Verdict.Wrong, $"{id}: its end was told as {string.Join(' ', _output)} and is {status} {string.Join(' ', output)}.");
        }
    }

    /// <summary>What only matters before the end; with many applications it would fill the memory.</summary>
    private void Forget()
    {
        _begun.Clear();
        _given.Clear();
        _sent.Clear();
        _acknowledged.Clear();
        _mustBeHeard.Clear();
        Tickets.Clear();
    }
}
