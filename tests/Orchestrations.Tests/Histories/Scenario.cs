using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Histories;

/// <summary>The ways that a case takes; together they go through all branches of the orchestrators.</summary>
internal static class Scenario
{
    public static readonly IReadOnlyDictionary<string, Func<TestApp, Task>> All = new Dictionary<string, Func<TestApp, Task>>
    {
        ["granted"] = GrantedAsync,
        ["refused-by-a-department"] = RefusedAsync,
        ["not-competent"] = NotCompetentAsync,
        ["supplemented-twice"] = SupplementedTwiceAsync,
        ["lapsed"] = LapsedAsync,
        ["withdrawn-before-acceptance"] = WithdrawnBeforeAcceptanceAsync,
        ["withdrawn-under-review"] = WithdrawnUnderReviewAsync,
        ["failed-and-replayed"] = FailedAndReplayedAsync,
        ["under-review"] = UnderReviewAsync,
    };

    private static async Task GrantedAsync(TestApp app)
    {
        app.Subscribers.Hiccups = 1; // retries, whose pauses are timers
        var number = await app.SubmitAsync(Sample.Relocation);
        await app.ApproveAsync(number, "tax-out", "tax-in", "registry-out", "registry-in");
        await EndAsync(app, number);
    }

    private static async Task RefusedAsync(TestApp app)
    {
        var number = await app.SubmitAsync(Sample.Completion);
        await app.UntilAskedAsync(number, "planning");
        await app.UntilAskedAsync(number, "civil-defence");
        await app.UntilAskedAsync(number, "utilities");
        (await app.PostAsync(Sample.Refusal(number, "utilities"))).ShouldBeAccepted();
        await EndAsync(app, number);
    }

    private static async Task NotCompetentAsync(TestApp app) => await EndAsync(app, await app.SubmitAsync(Sample.OutOfScope));

    private static async Task SupplementedTwiceAsync(TestApp app)
    {
        app.Provider.NotFound["driving-licence"] = true;
        var number = await app.SubmitAsync(Sample.MissingMaterials);
        await app.UntilStageAsync(number, "supplementRequested");
        var half = Sample.Supplement(Sample.MissingMaterials, number);
        half["data"]!["materials"]!.AsArray().RemoveAt(0);
        (await app.PostAsync(half)).ShouldBeAccepted();
        await app.UntilAsync(number, "a second notice", view => view.Supplement?.Deficiencies.Count == 1);
        (await app.PostAsync(Sample.Supplement(Sample.MissingMaterials, number, "supplement-2"))).ShouldBeAccepted();
        await app.UntilStageAsync(number, "underReview");
    }

    private static async Task LapsedAsync(TestApp app)
    {
        app.Provider.NotFound["driving-licence"] = true;
        var number = await app.SubmitAsync(Sample.MissingMaterials);
        await app.UntilHeardAsync("supplement.requested");
        app.Clock.Advance(TimeSpan.FromDays(30));
        await EndAsync(app, number);
    }

    private static async Task WithdrawnBeforeAcceptanceAsync(TestApp app)
    {
        app.Provider.NotFound["driving-licence"] = true;
        var number = await app.SubmitAsync(Sample.MissingMaterials);
        await app.UntilStageAsync(number, "supplementRequested");
        (await app.PostAsync(Sample.Withdrawal(number))).ShouldBeAccepted();
        await app.UntilStageAsync(number, "withdrawn");
        await app.EndOfAsync(number);
    }

    private static async Task WithdrawnUnderReviewAsync(TestApp app)
    {
        var number = await app.SubmitAsync(Sample.Completion);
        await app.UntilAskedAsync(number, "planning");
        (await app.PostAsync(Sample.Withdrawal(number))).ShouldBeAccepted();
        await app.UntilStageAsync(number, "withdrawn");
        await app.EndOfAsync(number);
    }

    private static async Task FailedAndReplayedAsync(TestApp app)
    {
        app.Provider.Broken["tax-status"] = true;
        var number = await app.SubmitAsync(Sample.Relocation);
        await app.UntilAsync(number, "failed", view => view.Failure is not null);
        app.Provider.Broken.Clear();
        (await app.ReplayAsync(number)).Status.ShouldBe(202);
        await app.ApproveAsync(number, "tax-out", "tax-in", "registry-out", "registry-in");
        await app.EndOfGenerationAsync(number, 2);
    }

    /// <summary>Left as it is: a case under way.</summary>
    private static async Task UnderReviewAsync(TestApp app)
    {
        var number = await app.SubmitAsync(Sample.Relocation);
        await app.ApproveAsync(number, "tax-out");
        await app.UntilAskedAsync(number, "registry-out");
        await app.UntilAskedAsync(number, "tax-in");
    }

    /// <summary>Until all have been told of all, through the waits of retries, and the orchestration is over.</summary>
    private static async Task EndAsync(TestApp app, string number)
    {
        await app.UntilHeardAsync("evaluation.invited", FakeSubscribers.Province);
        await app.UntilHeardAsync("evaluation.invited", FakeSubscribers.Ministry);
        await app.EndOfAsync(number);
    }
}
