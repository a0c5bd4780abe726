using CrossRegion.Orchestrations.Tests.App;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Orchestrations.Tests.Flow;

public sealed class WithdrawalTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task An_applicant_may_withdraw_while_a_supplement_is_awaited()
    {
        var number = await _app.SubmitAsync(Sample.MissingMaterials);
        await _app.UntilStageAsync(number, "supplementRequested");
        (await _app.PostAsync(Sample.Withdrawal(number))).ShouldBeAccepted();

        (await _app.UntilStageAsync(number, "withdrawn")).WithdrawnAt.ShouldNotBeNull();
        (await _app.EndOfAsync(number)).ShouldBe(OrchestrationRuntimeStatus.Completed);
        (await _app.PostAsync(Sample.Supplement(Sample.MissingMaterials, number))).ShouldBeRefused(409, "nothing-to-supplement");
    }

    [Fact]
    public async Task A_withdrawal_during_the_review_stops_every_department()
    {
        var number = await _app.SubmitAsync(Sample.Completion);
        await _app.UntilAskedAsync(number, "planning");
        await _app.UntilAskedAsync(number, "utilities");
        await _app.UntilAskedAsync(number, "civil-defence");
        (await _app.PostAsync(Sample.Withdrawal(number))).ShouldBeAccepted();

        var view = await _app.UntilStageAsync(number, "withdrawn");
        (await _app.EndOfAsync(number)).ShouldBe(OrchestrationRuntimeStatus.Completed);
        view.Reviews.Select(review => TestApp.StateOf(view, review.Department)).ShouldAllBe(state => state == "stopped");
        (await _app.PostAsync(Sample.Approval(number, "planning"))).ShouldBeRefused(409, "review-not-requested");
    }

    [Fact]
    public async Task What_was_withdrawn_while_the_machine_stood_still_goes_no_further_when_it_is_replayed()
    {
        _app.Provider.Broken["construction-permit"] = true;
        var number = await _app.SubmitAsync(Sample.Completion);
        await _app.UntilAsync(number, "failed", view => view.Failure is not null);
        var asked = _app.Provider.Asked.Count;
        (await _app.PostAsync(Sample.Withdrawal(number))).ShouldBeAccepted();

        (await _app.ReplayAsync(number)).Status.ShouldBe(202); // the provider is as broken as before
        await _app.UntilStageAsync(number, "withdrawn");
        _app.Provider.Asked.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task What_was_withdrawn_while_the_machine_stood_still_asks_no_further_department()
    {
        var number = await _app.SubmitAsync(Sample.Relocation);
        await _app.UntilAskedAsync(number, "tax-out");
        await _app.Engine.TerminateInstanceAsync(number);
        await _app.EndOfAsync(number);
        _app.Clock.Advance(TimeSpan.FromMinutes(1)); // the sweep
        await _app.UntilAsync(number, "failed", view => view.Failure is not null);
        (await _app.PostAsync(Sample.Approval(number, "tax-out"))).ShouldBeAccepted();
        (await _app.PostAsync(Sample.Withdrawal(number))).ShouldBeAccepted();

        (await _app.ReplayAsync(number)).Status.ShouldBe(202);
        var view = await _app.UntilStageAsync(number, "withdrawn");
        await _app.EndOfGenerationAsync(number, 2);
        view.Reviews.ShouldNotContain(review => review.State == Domain.Cases.ReviewState.Requested || review.State == Domain.Cases.ReviewState.Waiting);
        (await _app.StepsAsync(number)).Count(step => step == "reviewRequested").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_decided_cannot_be_withdrawn()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.ApproveAsync(number, "fund-letter", "fund-out", "fund-booking");
        await _app.UntilStageAsync(number, "delivered");

        (await _app.PostAsync(Sample.Withdrawal(number))).ShouldBeRefused(409, "too-late");
    }
}
