using System.Text.Json.Nodes;
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
        ["deemed-accepted"] = DeemedAcceptedAsync,
        ["special-procedure"] = SpecialProcedureAsync,
        ["withdrawn-in-special-procedure"] = WithdrawnInSpecialProcedureAsync,
        ["calendar-changed"] = CalendarChangedAsync,
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

    private static async Task DeemedAcceptedAsync(TestApp app)
    {
        app.Provider.Broken["tax-status"] = true;
        var number = await app.SubmitAsync(Sample.Relocation);
        await app.UntilAsync(number, "failed", view => view.Failure is not null);
        app.AdvanceTo(3, 10);
        await app.UntilAsync(number, "replayed", view => view.Generation == 2);
        app.LetSweep();
        await app.ApproveAsync(number, "tax-out", "tax-in", "registry-out", "registry-in");
        await app.EndOfGenerationAsync(number, 2);
        await app.UntilHeardAsync("supervision.raised");
    }

    private static async Task SpecialProcedureAsync(TestApp app)
    {
        var number = await app.SubmitAsync(Sample.Relocation);
        await app.UntilAskedAsync(number, "tax-out");
        (await app.PostAsync(Sample.ProcedureStart(number))).ShouldBeAccepted();
        await app.UntilStageAsync(number, "specialProcedure");
        await app.ApproveAsync(number, "tax-out", "tax-in", "registry-out", "registry-in");
        await app.UntilAsync(number, "all approved", view => view.Reviews.All(review => TestApp.StateOf(view, review.Department) == "approved"));
        (await app.PostAsync(Sample.ProcedureEnd(number))).ShouldBeAccepted();
        await EndAsync(app, number);
    }

    private static async Task WithdrawnInSpecialProcedureAsync(TestApp app)
    {
        var number = await app.SubmitAsync(Sample.Completion);
        await app.ApproveAsync(number, "planning", "civil-defence", "utilities");
        await app.UntilAskedAsync(number, "housing");
        (await app.PostAsync(Sample.ProcedureStart(number))).ShouldBeAccepted();
        await app.UntilStageAsync(number, "specialProcedure");
        await app.ApproveAsync(number, "housing");
        await app.UntilAsync(number, "all approved", view => view.Reviews.All(review => TestApp.StateOf(view, review.Department) == "approved"));
        (await app.PostAsync(Sample.Withdrawal(number))).ShouldBeAccepted();
        await app.UntilStageAsync(number, "withdrawn");
        await app.EndOfAsync(number);
    }

    private static async Task CalendarChangedAsync(TestApp app)
    {
        var number = await app.SubmitAsync(Sample.Relocation);
        await app.UntilAskedAsync(number, "tax-out");
        var notice = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "catalogue", "calendars", "CN-2026.json")))!.AsObject();
        notice["holidays"]!.AsArray().Add(JsonNode.Parse("""{"name":{"zh":"临时放假","en":"Extra day off"},"from":"2026-03-04","to":"2026-03-04"}"""));
        (await app.ImportCalendarAsync(notice)).Status.ShouldBe(202);
        await app.UntilHeardAsync("limit.recomputed");
    }

    /// <summary>Until all have been told of all, through the waits of retries, and the orchestration is over.</summary>
    private static async Task EndAsync(TestApp app, string number)
    {
        await app.UntilHeardAsync("evaluation.invited", FakeSubscribers.Province);
        await app.UntilHeardAsync("evaluation.invited", FakeSubscribers.Ministry);
        await app.EndOfAsync(number);
    }
}
