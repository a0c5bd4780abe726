using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>移交在途: while a line is down, the sending stamp says what is on its way, to whom, since when, and which limit runs meanwhile.</summary>
public sealed class TransitTests : IAsyncLifetime
{
    private ThreeStamps _stamps = null!;

    public async Task InitializeAsync() => _stamps = await ThreeStamps.StartAsync();

    public async Task DisposeAsync() => await _stamps.DisposeAsync();

    [Fact]
    public async Task An_application_in_transit_is_awaited_by_the_competent_stamp_and_its_notice_is_due()
    {
        var window = _stamps["51"];
        _stamps.Cut("51", "44");
        var number = await window.SubmitAsync(Sample.MissingMaterials);

        var view = await UntilInTransitAsync(window, number);

        var step = view.Awaiting.ShouldHaveSingleItem();
        (step.Who, step.Department, step.NameZh, step.What.Zh, step.What.En).ShouldBe(
            (AwaitedParty.Stamp, null, "广东省(44)", "移交在途:申请件移交", "In transit: application"));
        step.Since.ShouldNotBeNull().ShouldBeInRange(window.Clock.GetUtcNow().AddMinutes(-1), window.Clock.GetUtcNow());
        (step.Clock!.Code, step.Until).ShouldBe(("notice", new DateOnly(2026, 3, 9))); // the fifth working day after it came in
        _stamps.Mend("51", "44");
        await UntilArrivedAsync(window, number);
    }

    [Fact]
    public async Task A_supplement_in_transit_is_no_longer_the_applicants_turn()
    {
        var (window, competent) = (_stamps["51"], _stamps["44"]);
        competent.Provider.NotFound["driving-licence"] = true;
        var number = await window.SubmitAsync(Sample.MissingMaterials);
        await window.UntilHeardAsync("supplement.requested");
        (await window.UntilStageAsync(number, "supplementRequested")).Awaiting.ShouldHaveSingleItem().Who.ShouldBe(AwaitedParty.Applicant);
        _stamps.Cut("51", "44");
        (await window.PostAsync(Sample.Supplement(Sample.MissingMaterials, number))).ShouldBeAccepted();

        var step = (await UntilInTransitAsync(window, number)).Awaiting.ShouldHaveSingleItem();

        (step.NameEn, step.What.Zh, step.Clock!.Code, step.Until).ShouldBe(
            ("Guangdong (44)", "移交在途:材料移交", "notice:round-2", new DateOnly(2026, 3, 9)));
        _stamps.Mend("51", "44");
        await UntilArrivedAsync(window, number);
        await ThreeStamps.UntilAsync(window, number, "traffic-police asked", seen => TestApp.IsAsked(seen, "traffic-police"));
    }

    [Fact]
    public async Task A_task_and_a_decision_in_transit_say_whose_limit_runs()
    {
        var (lead, other) = (_stamps["51"], _stamps["50"]);
        _stamps.Cut("51", "50");
        var number = await lead.SubmitAsync(Sample.Relocation);

        var view = await UntilInTransitAsync(lead, number);

        var task = view.Awaiting.ShouldHaveSingleItem();
        (task.Who, task.Department, task.NameZh, task.What.Zh, task.Clock!.Code).ShouldBe(
            (AwaitedParty.Stamp, "tax-out", "重庆市(50)", "移交在途:协同审查任务", "stage:review:tax-out"));
        task.Until.ShouldBe(view.Clocks.Single(clock => clock.Department == "tax-out").DueOn);
        _stamps.Mend("51", "50");
        (await UntilArrivedAsync(lead, number)).Awaiting.ShouldHaveSingleItem().Who.ShouldBe(AwaitedParty.Department);

        await other.UntilHeardAsync("review.requested");
        _stamps.Cut("50", "51");
        (await other.PostAsync(Sample.Approval(number, "tax-out"))).ShouldBeAccepted();
        var decision = (await UntilInTransitAsync(other, number)).Awaiting.ShouldHaveSingleItem();
        (decision.Department, decision.NameZh, decision.What.Zh).ShouldBe(("tax-out", "四川省(51)", "移交在途:审查意见与决定"));
        decision.Clock.ShouldNotBeNull().Code.ShouldNotContain("tax-out"); // it has decided: only the whole goes on
        _stamps.Mend("50", "51");
        await ThreeStamps.UntilAsync(lead, number, "the decision", seen => TestApp.StateOf(seen, "tax-out") == "approved" && seen.Awaiting.All(step => step.Since is null));
    }

    private static Task<ApplicationView> UntilInTransitAsync(TestApp stamp, string number) =>
        stamp.UntilAsync(number, "something in transit", view => view.Awaiting.Any(step => step.Since is not null && step.What.Zh != "移交在途:进度告知"));

    private static Task<ApplicationView> UntilArrivedAsync(TestApp stamp, string number) =>
        ThreeStamps.UntilAsync(stamp, number, "nothing in transit", view => view.Awaiting.Count > 0 && view.Awaiting.All(step => step.Since is null));
}
