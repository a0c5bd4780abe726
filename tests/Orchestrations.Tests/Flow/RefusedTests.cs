using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Flow;

public sealed class RefusedTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Art_38_a_departments_refusal_stops_the_others_and_is_decided_with_reasons_and_remedies()
    {
        var number = await _app.SubmitAsync(Sample.Completion);
        await _app.UntilAskedAsync(number, "planning");
        await _app.UntilAskedAsync(number, "civil-defence");
        await _app.UntilAskedAsync(number, "utilities");
        await _app.ApproveAsync(number, "planning");
        (await _app.PostAsync(Sample.Refusal(number, "utilities"))).ShouldBeAccepted();

        var view = await _app.UntilStageAsync(number, "delivered");
        await _app.UntilHeardAsync("evaluation.invited");

        view.Decision.ShouldNotBeNull().Outcome.ShouldBe(DecisionOutcome.Refused);
        view.Decision.Reasons.ShouldBe([new ReasonView("未结清税款", "税收征收管理法 第十六条")]);
        view.Decision.RemediesZh.ShouldNotBeNull().ShouldContain("行政复议");
        view.Certificate.ShouldBeNull();
        view.Reviews.Select(review => $"{review.Department} {TestApp.StateOf(view, review.Department)}")
            .ShouldBe(["planning approved", "civil-defence stopped", "utilities refused", "housing stopped"], ignoreOrder: true);
        _app.HeardTypes().ShouldNotContain("certificate.issued");
        _app.HeardTypes().Count(type => type == "review.requested").ShouldBe(3); // housing was never asked
        (await _app.HeardAsync("application.decided"))["remediesEn"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Art_32_2_an_application_from_outside_the_scope_is_told_who_is_competent()
    {
        var number = await _app.SubmitAsync(Sample.OutOfScope);

        var view = await _app.UntilStageAsync(number, "notAccepted");
        await _app.UntilHeardAsync("evaluation.invited");

        view.NotAccepted.ShouldNotBeNull().Kind.ShouldBe(NonAcceptanceKind.NotCompetent);
        view.NotAccepted.CompetentAuthorityZh.ShouldBe("成都住房公积金管理中心");
        var told = await _app.HeardAsync("application.refused-acceptance");
        ((string)told["competentAuthorityZh"]!).ShouldBe("成都住房公积金管理中心");
        told["remediesZh"].ShouldNotBeNull();
        _app.HeardTypes().ShouldNotContain("application.accepted");
    }

    [Fact]
    public async Task Shared_data_art_20_nobody_is_asked_for_data_on_an_application_that_cannot_be_accepted()
    {
        var number = await _app.SubmitAsync(Sample.OutOfScope);
        await _app.UntilStageAsync(number, "notAccepted");

        _app.Provider.Asked.ShouldBeEmpty();
    }
}
