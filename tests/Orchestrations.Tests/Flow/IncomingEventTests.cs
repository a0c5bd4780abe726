using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Flow;

/// <summary>Events that come twice, too early or too late.</summary>
public sealed class IncomingEventTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_same_application_under_any_event_id_is_one_case_with_one_number()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        var again = Sample.Submission(Sample.HousingFund);
        again["id"] = "another-attempt";

        var answer = await _app.PostAsync(again);

        answer.ShouldBeAccepted().ShouldBe(number);
        answer.Duplicate.ShouldBeTrue();
        await _app.UntilAskedAsync(number, "fund-letter");
        (await _app.StepsAsync(number)).Count(step => step == "applied").ShouldBe(1);
    }

    [Fact]
    public async Task A_departments_answer_is_taken_once()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.ApproveAsync(number, "fund-letter");

        var repeated = await _app.PostAsync(Sample.Approval(number, "fund-letter"));
        repeated.ShouldBeAccepted();
        repeated.Duplicate.ShouldBeTrue();
        (await _app.PostAsync(Sample.Refusal(number, "fund-letter", "2"))).ShouldBeRefused(409, "already-received");
        (await _app.UntilAskedAsync(number, "fund-out")).Reviews.Single(review => review.Department == "fund-letter")
            .State.ShouldBe(Domain.Cases.ReviewState.Approved);
    }

    [Fact]
    public async Task A_department_that_is_not_asked_yet_cannot_answer()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.UntilAskedAsync(number, "fund-letter");

        (await _app.PostAsync(Sample.Approval(number, "fund-booking"))).ShouldBeRefused(409, "review-not-requested");
    }

    [Fact]
    public async Task Nobody_supplements_what_was_not_asked_for()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.UntilAskedAsync(number, "fund-letter");

        (await _app.PostAsync(Sample.Supplement(Sample.MissingMaterials, number))).ShouldBeRefused(409, "nothing-to-supplement");
    }

    [Fact]
    public async Task An_event_about_a_case_that_does_not_exist_is_refused()
    {
        var other = Domain.Identifiers.ApplicationNumber.Derive(
            Domain.Identifiers.ProvinceCode.Parse("51"), "urn:gov:cn:51:zwfw", "nobody", new byte[32]);

        (await _app.PostAsync(Sample.Withdrawal(other.Value))).ShouldBeRefused(404, "unknown-application");
    }

    [Fact]
    public async Task A_case_is_rated_once_and_after_its_result()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.UntilAskedAsync(number, "fund-letter");
        (await _app.PostAsync(Sample.Evaluation(number, 1))).ShouldBeRefused(409, "not-invited");
        await _app.ApproveAsync(number, "fund-letter", "fund-out", "fund-booking");
        await _app.UntilHeardAsync("evaluation.invited");

        (await _app.PostAsync(Sample.Evaluation(number, 2))).ShouldBeAccepted();
        (await _app.UntilStageAsync(number, "evaluated")).Evaluation.ShouldNotBeNull().Satisfaction.ShouldBe(2);
        (await _app.PostAsync(Sample.Evaluation(number, 5, "evaluation-2"))).ShouldBeRefused(409, "already-received");
    }
}
