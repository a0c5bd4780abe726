using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Limits;

/// <summary>特别程序 (行政许可法 art. 45), in the whole app. Accepted on Monday, 2 March 2026, with three working days.</summary>
public sealed class SpecialProcedureTests : IAsyncLifetime
{
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
    public async Task Its_time_does_not_count_and_the_applicant_is_told_of_its_begin_and_end()
    {
        (await _app.PostAsync(Sample.ProcedureStart(_number))).ShouldBeAccepted();
        var held = await _app.UntilStageAsync(_number, "specialProcedure");
        held.Colour.ShouldNotBeNull().Code.ShouldBe("blue");
        held.Clocks.Where(clock => clock.State.Code != "stopped").ShouldAllBe(clock => clock.State.Code == "paused");
        ((string)(await _app.HeardAsync("limit.paused"))["document"]!).ShouldBe("特告〔2026〕1号");

        _app.AdvanceTo(3, 23);
        (await _app.PostAsync(Sample.ProcedureEnd(_number))).ShouldBeAccepted();
        var on = await _app.UntilStageAsync(_number, "underReview");
        on.StatutoryDueOn.ShouldBe(new DateOnly(2026, 3, 26)); // three working days after the 23rd, on which the pause ends
        on.WorkingDaysUsed.ShouldBe(0);
        on.Colour.ShouldNotBeNull().Code.ShouldBe("green");
        ((string)(await _app.HeardAsync("limit.resumed"))["promisedDueOn"]!).ShouldBe("2026-03-26");
        (await _app.StepsAsync(_number)).ShouldNotContain("rungRaised");
    }

    [Fact]
    public async Task Departments_may_answer_meanwhile_but_the_decision_waits_for_its_end()
    {
        (await _app.PostAsync(Sample.ProcedureStart(_number))).ShouldBeAccepted();
        await _app.UntilStageAsync(_number, "specialProcedure");
        await _app.ApproveAsync(_number, "tax-out", "registry-out", "tax-in", "registry-in");
        var reviewed = await _app.UntilAsync(_number, "all approved", view => view.Reviews.All(review => TestApp.StateOf(view, review.Department) == "approved"));
        reviewed.Stage.Code.ShouldBe("specialProcedure");

        (await _app.PostAsync(Sample.ProcedureEnd(_number))).ShouldBeAccepted();
        await _app.UntilStageAsync(_number, "delivered");
        await _app.EndOfAsync(_number);
    }

    [Fact]
    public async Task Who_withdraws_meanwhile_does_not_wait_for_its_end()
    {
        (await _app.PostAsync(Sample.ProcedureStart(_number))).ShouldBeAccepted();
        await _app.UntilStageAsync(_number, "specialProcedure");
        (await _app.PostAsync(Sample.Withdrawal(_number))).ShouldBeAccepted();
        var view = await _app.UntilStageAsync(_number, "withdrawn");
        view.Reviews.ShouldAllBe(review => review.State == Domain.Cases.ReviewState.Stopped);
    }

    [Fact]
    public async Task There_is_one_at_a_time_and_none_without_an_application_under_review()
    {
        (await _app.PostAsync(Sample.ProcedureEnd(_number))).ShouldBeRefused(409, "step-not-allowed");
        (await _app.PostAsync(Sample.ProcedureStart(_number))).ShouldBeAccepted();
        await _app.UntilStageAsync(_number, "specialProcedure");
        (await _app.PostAsync(Sample.ProcedureStart(_number, "another"))).ShouldBeRefused(409, "step-not-allowed");
        (await _app.PostAsync(Sample.ProcedureStart(_number))).ShouldBeAccepted(); // the same event again
    }
}
