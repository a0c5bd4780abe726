using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Limits;

/// <summary>延长期限 (行政许可法 art. 42), in the whole app: 45 working days and 15 more for a joint acceptance of completed works.</summary>
public sealed class ExtensionTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private string _number = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _number = await _app.SubmitAsync(Sample.Completion);
        await _app.UntilAskedAsync(_number, "planning");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task It_moves_the_statutory_limit_and_the_applicant_is_told_why()
    {
        var before = await _app.UntilStageAsync(_number, "underReview");
        (await _app.PostAsync(Sample.Extension(_number, 15, "government-head"))).ShouldBeAccepted();
        await _app.UntilHeardAsync("limit.extended");

        var after = await _app.UntilStageAsync(_number, "underReview");
        after.StatutoryDueOn.ShouldNotBeNull().ShouldBeGreaterThan(before.StatutoryDueOn!.Value);
        after.PromisedDueOn.ShouldBe(before.PromisedDueOn);
        after.Clocks.Single(clock => clock.Key == "statutory").Budget.ShouldBe(60);
        ((string)(await _app.HeardAsync("limit.extended"))["reason"]!).ShouldBe("案情复杂");
        (await _app.PostAsync(Sample.Extension(_number, 1, "government-head", "another"))).ShouldBeRefused(409, "already-received");
    }

    [Fact]
    public async Task What_the_law_does_not_allow_is_refused_with_everything_that_is_wrong()
    {
        var refused = await _app.PostAsync(Sample.Extension(_number, 16, "authority-head"));
        refused.Status.ShouldBe(409);
        refused.Body["faults"]!.AsArray().Select(fault => (string)fault!["path"]!).ShouldBe(["data.amount", "data.approver.office"], ignoreOrder: true);
        (await _app.StepsAsync(_number)).ShouldNotContain("limitExtended");
    }
}
