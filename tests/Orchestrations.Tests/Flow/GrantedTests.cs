using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Orchestrations.Tests.Flow;

public sealed class GrantedTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_complete_application_is_accepted_reviewed_granted_certified_and_delivered()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.ApproveAsync(number, "fund-letter", "fund-out", "fund-booking");

        var view = await _app.UntilStageAsync(number, "delivered");
        await _app.UntilHeardAsync("evaluation.invited");

        view.Decision.ShouldNotBeNull().Outcome.ShouldBe(Domain.Cases.DecisionOutcome.Granted);
        view.Certificate.ShouldNotBeNull();
        view.AcceptedOn.ShouldBe(new DateOnly(2026, 3, 2));
        view.PromisedDueOn.ShouldBe(new DateOnly(2026, 3, 16)); // ten working days
        (await _app.StepsAsync(number)).ShouldBe(
        [
            "applied", "received", "preReviewed", "accepted",
            "reviewRequested", "reviewDecided", "reviewRequested", "reviewDecided", "reviewRequested", "reviewDecided",
            "decided", "concluded", "certificateMade", "delivered", "evaluationInvited",
        ]);
        (await _app.EndOfAsync(number)).ShouldBe(OrchestrationRuntimeStatus.Completed);
        foreach (var subscriber in new[] { FakeSubscribers.Province, FakeSubscribers.Ministry })
        {
            _app.HeardTypes(subscriber).ShouldBe(
                [
                    "application.received", "application.accepted", "review.requested", "review.requested", "review.requested",
                    "application.decided", "certificate.issued", "application.delivered", "evaluation.invited",
                ],
                ignoreOrder: true);
            _app.Subscribers.HeardBy(subscriber).Select(heard => heard.Id).ShouldBeUnique();
        }
    }

    [Fact]
    public async Task Art_26_a_department_is_asked_when_those_it_depends_on_have_approved_and_independent_ones_at_once()
    {
        var number = await _app.SubmitAsync(Sample.Relocation);
        Asked(await _app.UntilAskedAsync(number, "tax-out")).ShouldBe(["tax-out"]);

        await _app.ApproveAsync(number, "tax-out");
        await _app.UntilAskedAsync(number, "registry-out");
        await _app.UntilAskedAsync(number, "tax-in");

        await _app.ApproveAsync(number, "tax-in");
        var view = await _app.UntilAsync(number, "tax-in approved", now => TestApp.StateOf(now, "tax-in") == "approved");
        TestApp.StateOf(view, "registry-in").ShouldBe("waiting"); // for registry-out

        await _app.ApproveAsync(number, "registry-out", "registry-in");
        await _app.UntilStageAsync(number, "delivered");
        await _app.EndOfAsync(number);
        _app.Subscribers.HeardBy(FakeSubscribers.Province)
            .Where(heard => heard.Type == "gov.crossregion.review.requested.v1")
            .Select(heard => $"{heard.Data["department"]} in {heard.Province}")
            .ShouldBe(["tax-out in 50", "registry-out in 50", "tax-in in 51", "registry-in in 51"], ignoreOrder: true);

        static IEnumerable<string> Asked(ApplicationView view) =>
            view.Reviews.Select(review => review.Department).Where(department => TestApp.StateOf(view, department) != "waiting");
    }

    [Fact]
    public async Task Shared_data_art_19_what_the_authorities_hold_is_asked_once_for_its_purpose_and_never_of_the_applicant()
    {
        var number = await _app.SubmitAsync(Sample.Relocation);
        await _app.UntilAskedAsync(number, "tax-out");

        _app.Provider.Asked.Select(query => query.DataItem).ShouldBe(["business-licence", "resident-identity", "real-estate-title", "tax-status"], ignoreOrder: true);
        _app.Provider.Asked.ShouldAllBe(query => query.LegalBasis == "11510100MB9001018L300013190100001" && query.Key == $"{number}:{query.DataItem}");
        (await _app.StepsAsync(number)).ShouldNotContain("supplementRequested");
    }
}
