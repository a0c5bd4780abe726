using System.Globalization;

namespace CrossRegion.Bench.Crash;

/// <summary>Knows from the ledgers of all lives what must have happened, and counts what did not.</summary>
internal sealed class Checker(Action<string> tell)
{
    private const int LongestList = 50;

    private readonly SortedDictionary<string, CheckedApplication> _applications = new(StringComparer.Ordinal);
    private readonly Dictionary<Verdict, int> _counts = [];
    private int _lastDecision;

    public int Applications => _applications.Values.Count(application => application.IsAsked);

    public int Decisions => _lastDecision;

    public int Runs { get; private set; }

    public int RepeatedRuns => _applications.Values.Sum(application => application.RepeatedRuns);

    /// <summary>Acknowledged applications whose end nobody has been told.</summary>
    public int Unfinished => _applications.Values.Count(application => application is { IsAcknowledged: true, HasEnded: false });

    public int Count(Verdict verdict) => _counts.GetValueOrDefault(verdict);

    /// <summary>Takes in one life, from its beginning to its end.</summary>
    public void Read(IEnumerable<LedgerLine> life)
    {
        foreach (var application in _applications.Values)
        {
            application.BeginLife();
        }

        foreach (var line in life)
        {
            if (!_applications.TryGetValue(line.Application, out var application))
            {
                _applications.Add(line.Application, application = new CheckedApplication(line.Application, Report));
            }

            application.Apply(line);
            Runs += line.Kind == LedgerKind.RunBegun ? 1 : 0;
            if (line.Kind == LedgerKind.DecisionSent)
            {
                _lastDecision = Math.Max(_lastDecision, int.Parse(line.Heard[0].Token, CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>What the next life takes over.</summary>
    public Backlog Backlog()
    {
        var open = _applications.Values.Where(application => !application.HasEnded).ToList();
        var tickets = open
            .SelectMany(application => application.Tickets.Select(ticket => (Ticket: new Ticket(application.Id, ticket.Key), IsDecided: ticket.Value)))
            .ToList();
        return new Backlog(
            NextApplication: _applications.Count == 0 ? 1 : int.Parse(_applications.Keys.Last(), CultureInfo.InvariantCulture) + 1,
            NextDecision: _lastDecision + 1,
            Unacknowledged: [.. open.Where(application => !application.IsAcknowledged).Select(application => application.Id)],
            Unfinished: [.. open.Where(application => application.IsAcknowledged).Select(application => application.Id)],
            Undecided: [.. tickets.Where(ticket => !ticket.IsDecided).Select(ticket => ticket.Ticket)],
            Decided: [.. tickets.Where(ticket => ticket.IsDecided).Select(ticket => ticket.Ticket)]);
    }

    private void Report(Verdict verdict, string what)
    {
        _counts[verdict] = Count(verdict) + 1;
        if (_counts.Values.Sum() <= LongestList)
        {
            tell($"{verdict}: {what}");
        }
    }
}
