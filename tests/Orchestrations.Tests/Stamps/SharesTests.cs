using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>多地联办: one joint limit, and each department's share of it visible on every stamp, as it stands today.</summary>
public sealed class SharesTests : IAsyncLifetime
{
    private ThreeStamps _stamps = null!;

    public async Task InitializeAsync() => _stamps = await ThreeStamps.StartAsync();

    public async Task DisposeAsync() => await _stamps.DisposeAsync();

    [Fact]
    public async Task Every_stamp_that_takes_part_shows_whose_limit_runs_and_how_far()
    {
        var (lead, other) = (_stamps["51"], _stamps["50"]);
        var number = await lead.SubmitAsync(Sample.Relocation);
        await other.UntilHeardAsync("review.requested");
        foreach (var stamp in (TestApp[])[lead, other])
        {
            var view = await ViewAsync(stamp, number);
            view.Reviews.Select(review => (review.Department, review.Province)).ShouldBe(
                [("registry-in", "51"), ("registry-out", "50"), ("tax-out", "50"), ("tax-in", "51")], ignoreOrder: true);
            view.Reviews.ShouldAllBe(review => review.Budget > 0 && review.Unit!.En == "working day");
            var share = view.Clocks.Single(clock => clock.Department == "tax-out");
            (share.Province, share.State.Code, share.Consumed, share.Remaining).ShouldBe(("50", "running", 0, share.Budget));
        }

        (await other.PostAsync(Sample.Approval(number, "tax-out"))).ShouldBeAccepted();
        var told = await other.UntilAsync(number, "its own limit stopped and the next running", view =>
            StateOf(view, "tax-out") == "stopped" && StateOf(view, "registry-out") == "running" && StateOf(view, "tax-in") == "running");
        told.Clocks.Single(clock => clock.Department == "tax-in").Province.ShouldBe("51");

        (await lead.PostAsync(Sample.ProcedureStart(number))).ShouldBeAccepted();
        await other.UntilAsync(number, "a pause", view => view.Clocks.Single(clock => clock.Key == "statutory").State.Code == "paused");
        (await lead.PostAsync(Sample.ProcedureEnd(number))).ShouldBeAccepted();
        await other.UntilAsync(number, "its end", view => view.Clocks.Single(clock => clock.Key == "statutory").State.Code == "running");

        (await other.PostAsync(Sample.Approval(number, "registry-out"))).ShouldBeAccepted();
        await lead.ApproveAsync(number, "tax-in", "registry-in");
        var end = await other.UntilStageAsync(number, "delivered");
        end.Clocks.ShouldAllBe(clock => clock.State.Code == "stopped");
        end.Awaiting.ShouldBeEmpty();
        other.HeardTypes().ShouldAllBe(type => type == "review.requested"); // its platform is told of its own tasks only
    }

    [Fact]
    public async Task Days_are_counted_on_where_nothing_new_was_told()
    {
        var (lead, other) = (_stamps["51"], _stamps["50"]);
        var number = await lead.SubmitAsync(Sample.Relocation);
        await other.UntilHeardAsync("review.requested");
        var told = await ViewAsync(other, number);
        told.AsOf.ShouldNotBeNull();
        _stamps.Cut("51", "50");

        foreach (var day in (int[])[4, 7, 20]) // within the limits, over a weekend, beyond them
        {
            lead.AdvanceTo(3, day);
            var (here, there) = (await ViewAsync(lead, number), await ViewAsync(other, number));
            there.AsOf.ShouldBe(told.AsOf);
            there.Clocks.Select(Shown).ShouldBe(here.Clocks.Select(Shown), ignoreOrder: true);
            (there.WorkingDaysUsed, there.Colour).ShouldBe((here.WorkingDaysUsed, here.Colour));
            here.AsOf.ShouldBeNull();
        }

        told.Clocks.Select(Shown).ShouldNotBe((await ViewAsync(other, number)).Clocks.Select(Shown));
    }

    private static (string Key, string State, int Consumed, int Remaining, DateOnly DueOn, string Colour) Shown(ClockView clock) =>
        (clock.Key, clock.State.Code, clock.Consumed, clock.Remaining, clock.DueOn, clock.Colour.Code);

    private static string? StateOf(ApplicationView view, string department) =>
        view.Clocks.SingleOrDefault(clock => clock.Department == department)?.State.Code;

    private static async Task<ApplicationView> ViewAsync(TestApp stamp, string number) =>
        (await stamp.Reader.FindAsync(ApplicationNumber.Parse(number), CancellationToken.None)).ShouldNotBeNull();
}
