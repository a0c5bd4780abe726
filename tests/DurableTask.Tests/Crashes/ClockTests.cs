using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Crashes;

/// <summary>The clock of the machine is set, forward or back, while the engine runs or between two of its lives.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TestDirectory _directory = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task After_a_jump_forward_what_has_come_due_fires_within_a_minute()
    {
        await using var engine = await OpenAsync();
        await StartAsync(engine, "hour", Hour);
        await StartAsync(engine, "day", Day);

        _time.Set(_time.GetUtcNow() + (2 * Hour));
        _time.Advance(Minute);

        (await engine.EndOfAsync("hour")).ReadOutputAs<Rung>().ShouldNotBeNull().At.ShouldBe(_time.GetUtcNow().UtcDateTime);
        (await IsRunningAsync(engine, "day")).ShouldBeTrue();
        _time.Advance(Day);
        await engine.EndOfAsync("day");
    }

    [Fact]
    public async Task After_a_jump_back_nothing_fires_until_the_clock_has_come_to_its_time_again()
    {
        await using var engine = await OpenAsync();
        await StartAsync(engine, "hour", Hour);

        _time.Set(_time.GetUtcNow() - Day);
        for (var hour = 0; hour < 24; hour++)
        {
            _time.Advance(Hour);
            (await IsRunningAsync(engine, "hour")).ShouldBeTrue($"after {hour + 1} hours of 25");
        }

        _time.Advance(Hour);
        (await engine.EndOfAsync("hour")).ReadOutputAs<Rung>().ShouldNotBeNull().Due.ShouldBe(_time.GetUtcNow().UtcDateTime);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_the_clock_jumps_every_timer_fires_once_and_none_early_and_no_step_is_lost(int seed)
    {
        const int instances = 40;
        var random = new Random(seed);
        await using var engine = await OpenAsync();
        for (var i = 0; i < instances; i++)
        {
            await StartAsync(engine, $"i{i}", Second * random.Next(1, 3 * 60 * 60));
        }

        for (var jump = 0; jump < 30; jump++)
        {
            _time.Set(_time.GetUtcNow() + (Second * random.Next(-7200, 7200)));
            _time.Advance(Second * random.Next(0, 300));
        }

        _time.Advance(Day);
        for (var i = 0; i < instances; i++)
        {
            var rung = (await engine.EndOfAsync($"i{i}")).ReadOutputAs<Rung>().ShouldNotBeNull();
            rung.At.ShouldBeGreaterThanOrEqualTo(rung.Due, $"i{i} rang early");
            rung.Step.ShouldBe("done");
        }
    }

    [Fact]
    public async Task An_orchestration_never_sees_its_time_run_backwards_not_in_replay_either()
    {
        List<DateTime> seen;
        await using (var engine = await OpenAsync())
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Watch", new StartOrchestrationOptions("watch"));
            foreach (var jump in new[] { Hour, -Day, Minute, -Hour, 2 * Day, -Day })
            {
                _time.Set(_time.GetUtcNow() + jump);
                await engine.Client.RaiseEventAsync("watch", "look", "now");
            }

            seen = await SeenAsync(engine, count: 7);
            seen.ShouldBeInOrder();
        }

        _time.Set(_time.GetUtcNow() - Day);
        await using var second = await OpenAsync();
        await second.Client.RaiseEventAsync("watch", "look", "now");
        var again = await SeenAsync(second, count: 8);
        again.Take(7).ShouldBe(seen);
        again[7].ShouldBeGreaterThanOrEqualTo(seen[6]);
    }

    [Fact]
    public async Task A_clock_set_back_between_two_lives_loses_no_timer_and_makes_none_fire_early()
    {
        await using (var engine = await OpenAsync())
        {
            await StartAsync(engine, "hour", Hour);
        }

        _time.Set(_time.GetUtcNow() - Day);
        await using var second = await OpenAsync();
        _time.Advance(Day);
        (await IsRunningAsync(second, "hour")).ShouldBeTrue();
        _time.Advance(Hour);
        var rung = (await second.EndOfAsync("hour")).ReadOutputAs<Rung>().ShouldNotBeNull();
        rung.At.ShouldBe(rung.Due);
    }

    [Fact]
    public async Task A_start_at_a_time_waits_for_that_time_though_the_clock_is_set_back()
    {
        await using var engine = await OpenAsync();
        var startAt = _time.GetUtcNow() + Hour;
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Watch", new StartOrchestrationOptions("later", startAt));

        _time.Set(_time.GetUtcNow() - Day);
        _time.Advance(Day);
        (await engine.Client.GetInstanceAsync("later"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Pending);
        _time.Advance(Hour);
        (await engine.StartOfAsync("later")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        (await SeenAsync(engine, count: 1, "later"))[0].ShouldBeGreaterThanOrEqualTo(startAt.UtcDateTime);
    }

    private static async Task StartAsync(TestEngine engine, string id, TimeSpan wait)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Ring", wait, new StartOrchestrationOptions(id));
        await engine.StartOfAsync(id);
    }

    /// <summary>After all that was on its way has been dealt with.</summary>
    private static async Task<bool> IsRunningAsync(TestEngine engine, string id)
    {
        await engine.RunAsync("Pass");
        return (await engine.Client.GetInstanceAsync(id))!.IsRunning;
    }

    private static async Task<List<DateTime>> SeenAsync(TestEngine engine, int count, string id = "watch")
    {
        var seen = await engine.WaitAsync(
            id, $"{count} looks at the time", metadata => metadata.ReadCustomStatusAs<List<DateTime>>() is { } times && times.Count >= count);
        return seen.ReadCustomStatusAs<List<DateTime>>()!;
    }

    private Task<TestEngine> OpenAsync() => TestEngine.StartAsync(
        tasks => tasks
            .AddOrchestratorFunc<TimeSpan, Rung>("Ring", async (context, wait) =>
            {
                var due = context.CurrentUtcDateTime + wait;
                await context.CreateTimer(due, CancellationToken.None);
                return new Rung(due, context.CurrentUtcDateTime, await context.CallActivityAsync<string>("Step"));
            })
            .AddOrchestratorFunc("Watch", async context =>
            {
                for (List<DateTime> seen = []; ;)
                {
                    seen.Add(context.CurrentUtcDateTime);
                    context.SetCustomStatus(seen);
                    await context.WaitForExternalEvent<string>("look");
                }
            })
            .AddOrchestratorFunc("Pass", context => context.CallActivityAsync<string>("Step"))
            .AddActivityFunc("Step", _ => "done"),
        _directory,
        _time);

    private sealed record Rung(DateTime Due, DateTime At, string Step);
}
