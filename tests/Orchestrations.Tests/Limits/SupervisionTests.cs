using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Limits;

/// <summary>电子监察 in the whole app: a department that does not answer. Accepted on Monday, 2 March 2026; a day for it, three for the whole.</summary>
public sealed class SupervisionTests : IAsyncLifetime
{
    private static readonly string[] Expected =
    [
        "stage:review:tax-out warning", "stage:review warning", "stage:review:tax-out overdue", "promised warning", "statutory warning",
        "stage:review overdue", "promised overdue", "statutory overdue",
    ];

    private TestApp _app = null!;
    private string _number = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _number = await _app.SubmitAsync(Sample.Relocation);
        await _app.UntilAskedAsync(_number, "tax-out");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Each_rung_is_raised_on_its_day_and_told_once()
    {
        await LiveAsync();
        await CheckAsync();
    }

    [Fact]
    public async Task Without_timers_the_sweep_raises_the_same()
    {
        var watch = CaseReference.WatchInstanceId(ApplicationNumber.Parse(_number));
        await _app.Engine.TerminateInstanceAsync(watch);
        await _app.EndOfAsync(watch);
        await LiveAsync();
        await CheckAsync();
    }

    [Fact]
    public async Task What_was_answered_in_time_raises_nothing_later()
    {
        _app.AdvanceTo(3, 3);
        await _app.ApproveAsync(_number, "tax-out");
        await _app.UntilAskedAsync(_number, "registry-out");
        _app.AdvanceTo(3, 4);
        await _app.UntilAsync(_number, "a warning", view => view.Colour?.Code == "yellow");
        Raised().ShouldNotContain("stage:review:tax-out overdue");
    }

    private async Task LiveAsync()
    {
        for (var day = 3; day <= 6; day++)
        {
            _app.AdvanceTo(3, day);
            var count = day switch { 3 => 2, 4 => 5, 5 => 6, _ => 8 };
            await _app.UntilAsync(
                $"{count} rungs on the {day}th", () => Task.FromResult(Raised().Count), raised => raised >= count, raised => $"{raised}: {string.Join(", ", Raised())}");
        }
    }

    private async Task CheckAsync()
    {
        Raised().ShouldBe(Expected, ignoreOrder: true);
        var view = await _app.UntilStageAsync(_number, "underReview");
        view.Colour.ShouldNotBeNull().Code.ShouldBe("red");
        view.Clocks.Single(clock => clock.Key == "promised").Colour.Code.ShouldBe("orange");
        view.Clocks.Single(clock => clock.Key == "stage:review:tax-out").Colour.Code.ShouldBe("yellow");
    }

    private List<string> Raised() =>
    [
        .. _app.Subscribers.HeardBy(FakeSubscribers.Province)
            .Where(heard => heard.Type == "gov.crossregion.supervision.raised.v1")
            .Select(heard => $"{heard.Data["clock"]} {heard.Data["level"]}"),
    ];
}
