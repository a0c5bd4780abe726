using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Orchestrations.Tests.Flow;

/// <summary>Failure, replay, and what slips through.</summary>
public sealed class ReplayTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_provider_that_fails_too_often_makes_a_failed_case_that_a_replay_brings_to_its_end()
    {
        _app.Provider.Broken["tax-status"] = true;
        var number = await _app.SubmitAsync(Sample.Relocation);
        await _app.UntilAsync(number, "failed", view => view.Failure is not null);

        var failed = (await _app.Reader.ListFailedAsync(10, null, CancellationToken.None)).Failed.ShouldHaveSingleItem();
        failed.Number.ShouldBe(number);
        failed.Step.ShouldBe("LookUpSharedData");
        failed.Reason.ShouldBe("tax-status: the provider answers nonsense");
        failed.Generation.ShouldBe(1);
        Asked("tax-status").ShouldBe(TestApp.Attempts);

        _app.Provider.Broken.Clear();
        (await _app.ReplayAsync(number)).Status.ShouldBe(202);
        await _app.ApproveAsync(number, "tax-out", "tax-in", "registry-out", "registry-in");
        (await _app.UntilStageAsync(number, "delivered")).Generation.ShouldBe(2);

        (await _app.EndOfGenerationAsync(number, 2)).ShouldBe(OrchestrationRuntimeStatus.Completed);
        Asked("tax-status").ShouldBe(TestApp.Attempts + 1);
        Asked("business-licence").ShouldBe(1); // answered in the first generation
        _app.HeardTypes().Count(type => type == "application.received").ShouldBe(1);
        _app.Subscribers.HeardBy(FakeSubscribers.Province).Select(heard => heard.Id).ShouldBeUnique();
        (await _app.Reader.ListFailedAsync(10, null, CancellationToken.None)).Failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_not_failed_is_not_replayed()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.UntilAskedAsync(number, "fund-letter");

        (await _app.ReplayAsync(number)).ShouldBeRefused(409, "not-failed");
    }

    [Fact]
    public async Task An_orchestration_that_ends_without_a_word_is_found_and_a_decision_that_came_meanwhile_is_used_after_the_replay()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.UntilAskedAsync(number, "fund-letter");
        await _app.Engine.TerminateInstanceAsync(number);
        await _app.EndOfAsync(number);

        _app.Clock.Advance(TimeSpan.FromMinutes(1)); // the sweep
        var failed = await _app.UntilAsync(number, "failed", view => view.Failure is not null);
        failed.Failure.ShouldNotBeNull().Step.ShouldBe("HandleApplication");
        (await _app.PostAsync(Sample.Approval(number, "fund-letter"))).ShouldBeAccepted();

        (await _app.ReplayAsync(number)).Status.ShouldBe(202);
        await _app.ApproveAsync(number, "fund-out", "fund-booking");
        await _app.UntilStageAsync(number, "delivered");
        (await _app.EndOfGenerationAsync(number, 2)).ShouldBe(OrchestrationRuntimeStatus.Completed);
        _app.Subscribers.HeardBy(FakeSubscribers.Province).Select(heard => heard.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task An_event_whose_message_was_lost_is_taken_up_by_the_sweep()
    {
        // Kept, but never put on the queue.
        var read = _app.Intake.Read(
            "application/cloudevents+json",
            [],
            System.Text.Encoding.UTF8.GetBytes(Sample.Submission(Sample.HousingFund).ToJsonString()),
            NodaTime.Instant.FromDateTimeOffset(_app.Clock.GetUtcNow()));
        var receipt = await _app.Inbox.ReceiveAsync(read.Events.ShouldHaveSingleItem(), CancellationToken.None);
        receipt.Kind.ShouldBe(ReceiptKind.Taken);

        _app.Clock.Advance(TimeSpan.FromMinutes(1));

        await _app.UntilAskedAsync(receipt.Number.Value, "fund-letter");
    }

    private int Asked(string dataItem) => _app.Provider.Asked.Count(query => query.DataItem == dataItem);
}
