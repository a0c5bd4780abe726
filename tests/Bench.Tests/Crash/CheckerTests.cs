using CrossRegion.Bench.Crash;
using CrossRegion.Bench.Permit;

namespace CrossRegion.Bench.Tests.Crash;

/// <summary>The checker of <c>bench crash</c> is shown ledgers with one fault each: it must see every one.</summary>
public sealed class CheckerTests
{
    private const string Id = "0000001";
    private static readonly string Department = PermitBodies.Departments[0];

    private readonly List<string> _told = [];
    private readonly Checker _checker;

    public CheckerTests() => _checker = new Checker(_told.Add);

    [Fact]
    public void A_life_without_a_crash_is_clean()
    {
        _checker.Read(WholeLife());
        Counts().ShouldBe((0, 0, 0), string.Join("; ", _told));
        (_checker.Applications, _checker.Unfinished, _checker.RepeatedRuns).ShouldBe((1, 0, 0));
        _checker.Runs.ShouldBe(16);
    }

    [Fact]
    public void A_kill_at_any_line_and_a_run_that_is_repeated_for_it_are_clean()
    {
        var life = WholeLife();
        var unused = life.FindIndex(line => line.Kind == LedgerKind.RunEnded && line.Step == Steps.Validate) + 1;
        _checker.Read(life[..unused]);
        _checker.Backlog().Unfinished.ShouldBe([Id]);
        _checker.Read([Begun(Steps.Validate), Ended(Steps.Validate, "2.1"), .. Renamed(life[unused..], Steps.Validate, "2.1")]);
        Counts().ShouldBe((0, 0, 0), string.Join("; ", _told));
        _checker.RepeatedRuns.ShouldBe(1);
    }

    [Fact]
    public void A_step_that_runs_again_after_its_result_was_used_is_doubled()
    {
        var life = WholeLife();
        _checker.Read(life[..^2]);
        _checker.Read([Begun(Steps.Validate), .. life[^2..]]);
        Counts().Duplicated.ShouldBe(1);
    }

    [Fact]
    public void A_step_that_runs_after_the_end_is_doubled()
    {
        _checker.Read(WholeLife());
        _checker.Read([Begun(Steps.Notify)]);
        Counts().Duplicated.ShouldBe(1);
    }

    [Fact]
    public void A_step_that_runs_twice_in_one_life_is_doubled()
    {
        _checker.Read([Asked(), Begun(Steps.Validate), Begun(Steps.Validate)]);
        Counts().Duplicated.ShouldBe(1);
    }

    [Fact]
    public void A_result_that_is_another_one_later_is_lost()
    {
        var life = WholeLife();
        var issue = life.FindIndex(line => line.Kind == LedgerKind.RunBegun && line.Step == Steps.Issue);
        _checker.Read([.. life[..issue], Ended(Steps.Validate, "1.99"), .. Renamed(life[issue..], Steps.Validate, "1.99")]);
        Counts().Lost.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_result_that_no_run_gave_is_wrong()
    {
        _checker.Read(Renamed(WholeLife(), Steps.Validate, "1.99"));
        Counts().Wrong.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_decision_that_is_heard_twice_is_doubled()
    {
        var life = WholeLife();
        var end = life.Single(line => line.Kind == LedgerKind.EndTold);
        var decision = end.Heard.First(heard => Steps.IsDecision(heard.Step));
        _checker.Read(life.Select(line => line == end ? end with { Heard = [.. end.Heard, decision] } : line));
        Counts().Duplicated.ShouldBe(1);
    }

    [Fact]
    public void A_decision_that_was_acknowledged_in_time_and_not_heard_is_lost()
    {
        var life = WholeLife();
        var record = life.FindIndex(line => line.Kind == LedgerKind.RunBegun && line.Step == Steps.Record(Department));
        var second = new Heard(Steps.Decision(Department), "99");
        _checker.Read(
        [
            .. life[..record],
            new LedgerLine(LedgerKind.DecisionSent, Id, second.Step, [second]),
            new LedgerLine(LedgerKind.DecisionAcknowledged, Id, second.Step, [second]),
            .. life[record..],
        ]);
        Counts().Lost.ShouldBe(1);
    }

    [Fact]
    public void A_start_that_was_acknowledged_and_is_not_there_is_lost()
    {
        _checker.Read([Asked(), new LedgerLine(LedgerKind.StartAcknowledged, Id, string.Empty, [])]);
        _checker.Read([new LedgerLine(LedgerKind.FoundAtLast, Id, "missing", [])]);
        Counts().Lost.ShouldBe(1);
    }

    [Fact]
    public void An_application_that_does_not_end_is_lost()
    {
        _checker.Read(WholeLife().Where(line => line.Kind is not (LedgerKind.EndTold or LedgerKind.FoundAtLast)));
        _checker.Read([new LedgerLine(LedgerKind.FoundAtLast, Id, "Running", [])]);
        Counts().Lost.ShouldBe(1);
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Terminated")]
    public void An_application_that_ends_otherwise_is_wrong(string status)
    {
        _checker.Read([Asked(), new LedgerLine(LedgerKind.EndTold, Id, status, [])]);
        Counts().Wrong.ShouldBe(1);
    }

    [Fact]
    public void An_output_that_lacks_a_step_is_wrong()
    {
        _checker.Read(WholeLife().Select(line => line.Kind is LedgerKind.EndTold or LedgerKind.FoundAtLast ? line with { Heard = [.. line.Heard.Skip(1)] } : line));
        Counts().Wrong.ShouldBe(1);
    }

    [Fact]
    public void An_end_that_is_another_one_later_is_wrong()
    {
        _checker.Read(WholeLife().Select(line => line.Kind == LedgerKind.FoundAtLast ? line with { Heard = [.. line.Heard.Reverse()] } : line));
        Counts().Wrong.ShouldBe(1);
    }

    [Fact]
    public void A_timer_that_fires_early_is_wrong()
    {
        _checker.Read([Asked(), new LedgerLine(LedgerKind.Early, Id, Steps.Issue, [])]);
        Counts().Wrong.ShouldBe(1);
    }

    [Fact]
    public void The_next_life_takes_over_what_was_left_open()
    {
        var life = WholeLife();
        var acknowledged = life.FindIndex(line => line.Kind == LedgerKind.DecisionAcknowledged);
        _checker.Read(life[..acknowledged]);
        var backlog = _checker.Backlog();
        backlog.NextApplication.ShouldBe(2);
        backlog.Undecided.ShouldBe([new CrossRegion.Bench.Crash.Ticket(Id, Department)]);
        backlog.Decided.ShouldBeEmpty();
    }

    private (int Lost, int Duplicated, int Wrong) Counts() => (_checker.Count(Verdict.Lost), _checker.Count(Verdict.Duplicated), _checker.Count(Verdict.Wrong));

    /// <summary>The ledger of one application from its start to its end.</summary>
    private static List<LedgerLine> WholeLife()
    {
        List<LedgerLine> life = [Asked(), new LedgerLine(LedgerKind.StartAcknowledged, Id, string.Empty, [])];
        List<Heard> heard = [];
        Run(Steps.Validate);
        foreach (var item in PermitBodies.Shared)
        {
            Run(Steps.Verify(item));
        }

        foreach (var department in PermitBodies.Departments)
        {
            Run(Steps.Dispatch(department));
            var decision = new Heard(Steps.Decision(department), $"{life.Count}");
            life.Add(new LedgerLine(LedgerKind.DecisionSent, Id, decision.Step, [decision]));
            life.Add(new LedgerLine(LedgerKind.DecisionAcknowledged, Id, decision.Step, [decision]));
            heard.Add(decision);
            Run(Steps.Record(department));
        }

        Run(Steps.Issue);
        Run(Steps.Notify);
        life.Add(new LedgerLine(LedgerKind.EndTold, Id, "Completed", [.. heard]));
        life.Add(new LedgerLine(LedgerKind.FoundAtLast, Id, "Completed", [.. heard]));
        return life;

        void Run(string step)
        {
            life.Add(Begun(step, [.. heard]));
            heard.Add(new Heard(step, $"1.{life.Count}"));
            life.Add(new LedgerLine(LedgerKind.RunEnded, Id, step, [heard[^1]]));
        }
    }

    private static LedgerLine Asked() => new(LedgerKind.StartAsked, Id, string.Empty, []);

    private static LedgerLine Begun(string step, params IReadOnlyList<Heard> heard) => new(LedgerKind.RunBegun, Id, step, heard);

    private static LedgerLine Ended(string step, string token) => new(LedgerKind.RunEnded, Id, step, [new Heard(step, token)]);

    /// <summary>The lines with another answer to a step, but not those in which it was given.</summary>
    private static IEnumerable<LedgerLine> Renamed(IEnumerable<LedgerLine> lines, string step, string token) =>
        lines.Select(line => line.Kind == LedgerKind.RunEnded ? line : line with { Heard = [.. line.Heard.Select(heard => heard.Step == step ? heard with { Token = token } : heard)] });
}
