using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Flow;

/// <summary>补正, 行政许可法 art. 32(4).</summary>
public sealed class SupplementTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _app.Provider.NotFound["driving-licence"] = true;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Art_32_4_one_notice_names_all_that_is_missing_and_with_its_answer_the_application_is_accepted()
    {
        var number = await _app.SubmitAsync(Sample.MissingMaterials);
        var view = await _app.UntilStageAsync(number, "supplementRequested");

        view.Supplement.ShouldNotBeNull().Deficiencies.Select(deficiency => deficiency.Code).ShouldBe(["not-found-in-shared-data", "missing"], ignoreOrder: true);
        view.Supplement.DueOn.ShouldBe(new DateOnly(2026, 3, 16)); // ten working days
        (await _app.PostAsync(Sample.Supplement(Sample.MissingMaterials, number))).ShouldBeAccepted();
        await _app.UntilStageAsync(number, "underReview");
        await _app.UntilHeardAsync("application.accepted");

        (await _app.HeardAsync("supplement.requested"))["deficiencies"]!.AsArray().Count.ShouldBe(2);
        (await _app.StepsAsync(number)).Take(7).ShouldBe(["applied", "received", "preReviewed", "supplementRequested", "supplemented", "preReviewed", "accepted"]);
        _app.Provider.Asked.Select(query => query.Key).ShouldBeUnique(); // the second examination asks nobody again
    }

    [Fact]
    public async Task An_incomplete_supplement_is_told_again_of_the_rest_and_of_nothing_new()
    {
        var number = await _app.SubmitAsync(Sample.MissingMaterials);
        await _app.UntilStageAsync(number, "supplementRequested");
        var half = Sample.Supplement(Sample.MissingMaterials, number);
        half["data"]!["materials"]!.AsArray().RemoveAt(0);
        (await _app.PostAsync(half)).ShouldBeAccepted();
        await _app.UntilAsync(number, "a second notice", view => view.Supplement?.Deficiencies.Count == 1);

        (await _app.PostAsync(Sample.Supplement(Sample.MissingMaterials, number, "supplement-2"))).ShouldBeAccepted();
        await _app.UntilStageAsync(number, "underReview");
    }

    [Fact]
    public async Task A_notice_that_nobody_answers_lapses_with_the_end_of_its_last_day()
    {
        var number = await _app.SubmitAsync(Sample.MissingMaterials);
        await _app.UntilStageAsync(number, "supplementRequested");
        await _app.UntilHeardAsync("supplement.requested");

        _app.Clock.Advance(new DateTimeOffset(2026, 3, 16, 23, 59, 0, TimeSpan.FromHours(8)) - _app.Clock.GetUtcNow());
        await _app.UntilStageAsync(number, "supplementRequested");
        _app.Clock.Advance(TimeSpan.FromMinutes(1));

        var view = await _app.UntilStageAsync(number, "notAccepted");
        await _app.UntilHeardAsync("evaluation.invited");
        view.NotAccepted.ShouldNotBeNull().Kind.ShouldBe(NonAcceptanceKind.Lapsed);
        ((string)(await _app.HeardAsync("application.refused-acceptance"))["kind"]!).ShouldBe("lapsed");
        (await _app.PostAsync(Sample.Supplement(Sample.MissingMaterials, number))).ShouldBeRefused(409, "nothing-to-supplement");
    }
}
