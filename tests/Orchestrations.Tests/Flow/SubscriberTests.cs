using CrossRegion.Orchestrations.Tests.App;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Orchestrations.Tests.Flow;

public sealed class SubscriberTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_subscriber_that_is_down_delays_no_case_and_after_a_replay_hears_everything_once_under_the_same_ids()
    {
        _app.Subscribers.Down[FakeSubscribers.Ministry] = true;
        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.ApproveAsync(number, "fund-letter", "fund-out", "fund-booking");
        await _app.UntilStageAsync(number, "delivered");
        await _app.UntilHeardAsync("evaluation.invited");
        _app.HeardTypes(FakeSubscribers.Ministry).ShouldBeEmpty();

        var failed = await _app.UntilAsync(number, "failed", view => view.Failure is not null);
        failed.Failure.ShouldNotBeNull().Step.ShouldBe("PublishEvent");
        _app.Subscribers.Down.Clear();
        (await _app.ReplayAsync(number)).Status.ShouldBe(202);
        (await _app.EndOfGenerationAsync(number, 2)).ShouldBe(OrchestrationRuntimeStatus.Completed);

        _app.Subscribers.HeardBy(FakeSubscribers.Ministry).Select(heard => heard.Id)
            .ShouldBe(_app.Subscribers.HeardBy(FakeSubscribers.Province).Select(heard => heard.Id), ignoreOrder: true);
        _app.Subscribers.HeardBy(FakeSubscribers.Ministry).Select(heard => heard.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_subscriber_that_comes_back_before_the_attempts_run_out_hears_everything_without_an_operator()
    {
        _app.Subscribers.Hiccups = TestApp.Attempts - 1;
        var number = await _app.SubmitAsync(Sample.OutOfScope);

        await _app.UntilHeardAsync("application.received", FakeSubscribers.Ministry);
        await _app.UntilHeardAsync("application.refused-acceptance", FakeSubscribers.Ministry);
        await _app.UntilHeardAsync("evaluation.invited", FakeSubscribers.Ministry);
        (await _app.EndOfAsync(number)).ShouldBe(OrchestrationRuntimeStatus.Completed);
    }
}
