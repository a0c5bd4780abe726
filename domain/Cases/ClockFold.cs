using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Clocks.Entries;
using CrossRegion.Domain.Faults;
using NodaTime;

namespace CrossRegion.Domain.Cases;

/// <summary>
/// What a step does to the clocks (时限). Which of them have to run follows from where the case stands afterwards
/// (<see cref="RunningClock"/>): the others are stopped, those that are missing started, all of them paused while a special procedure
/// is open (行政许可法 art. 45). Only an extension is a step's own matter.
/// </summary>
internal sealed class ClockFold
{
    private readonly Case _case;
    private readonly CaseStep _step;
    private readonly TimeRules _rules;
    private readonly LocalDate _today;
    private readonly SortedDictionary<string, Clock> _clocks;
    private readonly FaultCollector _faults = new();

    private ClockFold(Case after, CaseStep step, TimeRules rules)
    {
        (_case, _step, _rules, _today) = (after, step, rules, ChinaTime.DateOf(step.At));
        _clocks = new SortedDictionary<string, Clock>(after.Clocks, StringComparer.Ordinal);
    }

    /// <exception cref="IllegalStepException">A ledger refuses its entry.</exception>
    public static Case Apply(Case after, CaseStep step, TimeRules rules)
    {
        var fold = new ClockFold(after, step, rules);
        fold.Run();
        return fold._faults.ToList() is { Count: > 0 } faults ? throw new IllegalStepException(faults) : fold.Result();
    }

    private void Run()
    {
        var running = RunningClock.Of(_case, _today, _rules).ToDictionary(clock => clock.Key.Value, StringComparer.Ordinal);
        foreach (var clock in _clocks.Values.Where(clock => clock.State != ClockState.Stopped && !running.ContainsKey(clock.Key.Value)).ToList())
        {
            Enter(clock, new ClockStopped(At(clock), _step.By, clock.Rule.Budget.Basis ?? LicensingLaw.Decision));
        }

        foreach (var clock in running.Values.Where(clock => !_clocks.ContainsKey(clock.Key.Value)))
        {
            Start(clock);
        }

        foreach (var clock in _clocks.Values.ToList())
        {
            PauseOrResume(clock);
        }

        if (_step is LimitExtended extended)
        {
            Extend(extended);
        }
    }

    private void Start(RunningClock clock)
    {
        var start = new ClockStarted(_step.At, _step.By, LocalDate.Min(clock.From, _today), clock.Ground);
        if (Clock.TryStart(clock.Key, clock.Rule, start, out var started, out var faults))
        {
            _clocks[clock.Key.Value] = started;
        }

        _faults.AddAll("", faults);
    }

    private void PauseOrResume(Clock clock)
    {
        if (_case.OpenProcedure is { } procedure)
        {
            if (clock is { State: ClockState.Running, Rule.CanPause: true })
            {
                Enter(clock, new ClockPaused(At(clock), _step.By, procedure.Ground, procedure.Needed, procedure.Document));
            }
        }
        else if (clock.State == ClockState.Paused)
        {
            Enter(clock, new ClockResumed(At(clock), _step.By, (_step as SpecialProcedureEnded)?.Document));
        }
    }

    private void Extend(LimitExtended step)
    {
        if (_clocks.TryGetValue(ClockKey.Of(ClockKind.Statutory).Value, out var clock))
        {
            Enter(clock, new ClockExtended(At(clock), _step.By, step.Added, step.Approver, step.Reason, LicensingLaw.Decision, step.Document));
        }
        else
        {
            _faults.Add("", "no-clock", "法定办结时限尚未起算", "the statutory limit has not started");
        }
    }

    private void Enter(Clock clock, ClockEntry entry)
    {
        if (clock.TryEnter(entry, _rules.CalendarOf(clock.Key), out var after, out var faults))
        {
            _clocks[clock.Key.Value] = after;
        }

        _faults.AddAll("", faults);
    }

    /// <summary>The step's time; that of the latest entry when the machine's clock was set back meanwhile.</summary>
    private Instant At(Clock clock)
    {
        var latest = clock.Later.Count > 0 ? clock.Later[^1].At : clock.Start.At;
        return Instant.Max(_step.At, latest);
    }

    private Case Result()
    {
        var after = _case with { Clocks = _case.Clocks.Clear().AddRange(_clocks) };
        if (_step is not (Accepted or SpecialProcedureEnded or LimitExtended or LimitsRecomputed))
        {
            return after;
        }

        // What the applicant is told with such a step; what was told before is never shortened.
        var told = after.ReadClocks(_today, _rules)
            .Where(reading => reading.Key.Kind is ClockKind.Statutory or ClockKind.Promised && reading.State != ClockState.Stopped)
            .Select(reading => KeyValuePair.Create(reading.Key.Value, reading.Due.Date));
        return after with { Told = after.Told.SetItems(told) };
    }
}
