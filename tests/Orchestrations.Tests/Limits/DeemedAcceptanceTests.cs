using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Orchestrations.Tests.Limits;

/// <summary>
/// 逾期不告知,视为受理 (行政许可法 art. 32(4)), in the whole app: a provider of shared data is broken, so nobody can say what is missing. Received
/// on Monday, 2 March 2026; silence ends with Monday, 9 March.
/// </summary>
public sealed class DeemedAcceptanceTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private string _number = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _app.Provider.Broken["tax-status"] = true;
        _number = await _app.SubmitAsync(Sample.Relocation);
        await _app.UntilAsync(_number, "failed", view => view.Failure is not null);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Five_days_of_silence_accept_it_by_the_timer_and_the_case_goes_on()
    {
        _app.AdvanceTo(3, 9);
        (await _app.Reader.FindAsync(ApplicationNumber.Parse(_number), CancellationToken.None)).ShouldNotBeNull().AcceptedOn.ShouldBeNull();

        _app.AdvanceTo(3, 10);
        await CheckGoesOnAsync();
    }

    [Fact]
    public async Task Without_a_timer_the_sweep_accepts_it()
    {
        await _app.Engine.TerminateInstanceAsync(CaseReference.WatchInstanceId(ApplicationNumber.Parse(_number)));
        _app.AdvanceTo(3, 20); // as after days in which nothing ran
        await CheckGoesOnAsync();
    }

    [Fact]
    public async Task However_many_look_at_once_it_is_accepted_once_and_each_rung_raised_once()
    {
        var limits = _app.Services.GetRequiredService<CaseLimits>();
        _app.AdvanceTo(3, 20);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => limits.SettleAsync(ApplicationNumber.Parse(_number), CancellationToken.None)));
        await CheckGoesOnAsync();
        var steps = await _app.StepsAsync(_number);
        steps.Count(step => step == "accepted").ShouldBe(1);
        (await RungsAsync()).ShouldBeUnique();
    }

    private async Task CheckGoesOnAsync()
    {
        var view = await _app.UntilAsync(_number, "replayed", view => view is { Failure: null, Generation: 2 });
        _app.LetSweep();
        await _app.UntilAskedAsync(_number, "tax-out");
        view.AcceptedOn.ShouldBe(new DateOnly(2026, 3, 2));
        view.Generation.ShouldBe(2);
        view.Colour.ShouldNotBeNull().Code.ShouldBe("red"); // the notice was missed, and that shows
        ((bool)(await _app.HeardAsync("application.accepted"))["deemed"]!).ShouldBeTrue();
        await _app.UntilHeardAsync("supervision.raised");
    }

    private async Task<List<string>> RungsAsync()
    {
        var timeline = (await _app.Reader.FindTimelineAsync(ApplicationNumber.Parse(_number), CancellationToken.None)).ShouldNotBeNull();
        return [.. timeline.Entries.Where(entry => entry.Step.Code == "rungRaised").Select(entry => $"{entry.DetailZh} {entry.Step.Zh}")];
    }
}
