using CrossRegion.FunctionsHost.Tests.Queues;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.FunctionsHost.Tests.Timers;

public sealed class TimerTriggerTests : IDisposable
{
    private readonly TemporaryDirectory _home = new();
    private readonly ManualClock _clock = new(Today(8, 1));

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_function_runs_when_its_schedule_says_so()
    {
        await using HostDriver host = await StartAsync(typeof(TimerSamples));
        await _clock.WaitForTimerAsync(Today(8, 5));
        _clock.Advance(TimeSpan.FromMinutes(3));
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await host.Probe.WaitForAsync(1)).ShouldBe(["due 08:05:00"]);
    }

    [Fact]
    public async Task A_run_missed_while_the_host_was_down_is_made_up_once_at_start()
    {
        await using (await StartAsync(typeof(TimerSamples)))
        {
        }

        _clock.Advance(TimeSpan.FromHours(1));
        await using HostDriver host = await StartAsync(typeof(TimerSamples));
        (await host.Probe.WaitForAsync(1)).ShouldBe(["due 08:05:00 past due"]);
        await host.StopAsync();
        host.Probe.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_past_due_after_a_restart_within_the_interval()
    {
        await using (HostDriver first = await StartAsync(typeof(TimerSamples)))
        {
            await _clock.WaitForTimerAsync(Today(8, 5));
            _clock.Advance(TimeSpan.FromMinutes(4));
            await first.Probe.WaitForAsync(1);
        }

        _clock.Advance(TimeSpan.FromMinutes(2));
        await using HostDriver second = await StartAsync(typeof(TimerSamples));
        await _clock.WaitForTimerAsync(Today(8, 10));
        _clock.Advance(TimeSpan.FromMinutes(3));
        (await second.Probe.WaitForAsync(1)).ShouldBe(["due 08:10:00"]);
    }

    [Fact]
    public async Task RunOnStartup_runs_at_every_start()
    {
        for (int start = 0; start < 2; start++)
        {
            await using HostDriver host = await StartAsync(typeof(StartupTimer));
            (await host.Probe.WaitForAsync(1)).ShouldBe(["started False True"]);
        }
    }

    [Fact]
    public async Task A_run_that_outlasts_its_interval_is_not_joined_by_a_second_one()
    {
        Gate gate = new();
        await using HostDriver host = await StartAsync(typeof(GatedTimer), gate);
        await _clock.WaitForTimerAsync(Today(8, 2));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await host.Probe.WaitForAsync(1);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(1));
        gate.Open.SetResult();
        while (host.Probe.Told.Count < 2)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        gate.MostAtOnce.ShouldBe(1);
        host.Probe.Told[1].ShouldNotBe("08:03");
    }

    private static DateTimeOffset Today(int hour, int minute) => new(2026, 3, 2, hour, minute, 0, TimeSpan.Zero);

    private Task<HostDriver> StartAsync(Type functions, Gate? gate = null)
    {
        FunctionsApplicationBuilder builder = HostDriver.CreateBuilder(_home, [functions], "--Sweep:Schedule", "0 */5 * * * *");
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton(gate ?? new Gate());
        return HostDriver.StartAsync(builder, _home);
    }
}
