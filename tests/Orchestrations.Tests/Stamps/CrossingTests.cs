using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>The three modes of handling across provinces (国办发〔2020〕35号), on three stamps.</summary>
public sealed class CrossingTests : IAsyncLifetime
{
    private ThreeStamps _stamps = null!;

    public async Task InitializeAsync() => _stamps = await ThreeStamps.StartAsync();

    public async Task DisposeAsync() => await _stamps.DisposeAsync();

    /// <summary>多地联办: filed and accepted in Sichuan; two of four departments sit in Chongqing.</summary>
    [Fact]
    public async Task Joint_handling_asks_departments_on_their_own_stamps_and_keeps_one_limit()
    {
        var (lead, other) = (_stamps["51"], _stamps["50"]);
        var number = await lead.SubmitAsync(Sample.Relocation);
        await other.UntilHeardAsync("review.requested");
        (await other.PostAsync(Sample.Approval(number, "tax-out"))).ShouldBeAccepted();
        await lead.ApproveAsync(number, "tax-in");
        await UntilAskedElsewhereAsync(other, number, "registry-out");
        (await other.PostAsync(Sample.Approval(number, "registry-out"))).ShouldBeAccepted();
        await lead.ApproveAsync(number, "registry-in");

        var view = await lead.UntilStageAsync(number, "delivered");
        view.Clocks.Where(clock => clock.Department is not null).Select(clock => clock.Department)
            .ShouldBe(["tax-out", "registry-out", "tax-in", "registry-in"], ignoreOrder: true);
        other.HeardTypes().ShouldAllBe(type => type == "review.requested"); // its platform has no part in this application
        (await other.PostAsync(Sample.Approval(number, "registry-in"))).ShouldBeRefused(409, "review-not-requested");
    }

    /// <summary>异地代收代办: received in Sichuan, accepted and decided in Guangdong, with a department in Chongqing and a supplement.</summary>
    [Fact]
    public async Task Remote_receipt_checks_the_identity_hands_over_and_brings_the_result_back()
    {
        var (window, competent, third) = (_stamps["51"], _stamps["44"], _stamps["50"]);
        competent.Provider.NotFound["driving-licence"] = true;
        var number = await window.SubmitAsync(Sample.MissingMaterials);
        await window.UntilHeardAsync("supplement.requested");
        window.Provider.Asked.Select(query => query.DataItem).ShouldBe(["resident-identity"]);
        (await window.UntilStageAsync(number, "supplementRequested")).Supplement.ShouldNotBeNull().Deficiencies.Count.ShouldBe(2);
        (await window.SubmitAsync(Sample.MissingMaterials)).ShouldBe(number);

        (await window.PostAsync(Sample.Supplement(Sample.MissingMaterials, number))).ShouldBeAccepted();
        await competent.ApproveAsync(number, "traffic-police");
        await UntilAskedElsewhereAsync(third, number, "transport-origin");
        (await third.PostAsync(Sample.Approval(number, "transport-origin"))).ShouldBeAccepted();
        await competent.ApproveAsync(number, "transport");

        await window.UntilHeardAsync("evaluation.invited");
        var here = await window.UntilStageAsync(number, "delivered");
        here.Certificate.ShouldNotBeNull();
        here.PromisedDueOn.ShouldBe((await competent.UntilStageAsync(number, "delivered")).PromisedDueOn);
        (await window.PostAsync(Sample.Evaluation(number, 1))).ShouldBeAccepted();
        await competent.UntilStageAsync(number, "evaluated");
        await window.UntilStageAsync(number, "evaluated");

        window.HeardTypes().Order().ShouldBe(
            ["application.received", "supplement.requested", "application.accepted", "application.decided", "certificate.issued", "application.delivered", "evaluation.invited"], ignoreOrder: true);
        (await competent.Reader.FindTimelineAsync(ApplicationNumber.Parse(number), CancellationToken.None)).ShouldNotBeNull()
            .Entries.Single(entry => entry.Step.Code == "received").DetailZh.ShouldBe("由51收件移交,身份核验通过");
        foreach (var stamp in new[] { window, competent })
        {
            var kept = await stamp.KeptTextAsync(number);
            kept.ShouldContain("sealedBody");
            Sample.Personal(Sample.MissingMaterials).Where(kept.Contains).ShouldBeEmpty();
        }

        (await window.Reader.ListAsync(province: null, 10, null, CancellationToken.None)).Applications.ShouldHaveSingleItem().Number.ShouldBe(number);
    }

    /// <summary>A provider that does not answer at the window holds up nobody.</summary>
    [Fact]
    public async Task An_identity_that_cannot_be_checked_is_handed_over_unchecked()
    {
        var (window, competent) = (_stamps["51"], _stamps["44"]);
        window.Provider.Broken["resident-identity"] = true;
        competent.Provider.NotFound["driving-licence"] = true;
        var number = await window.SubmitAsync(Sample.MissingMaterials);
        await window.UntilHeardAsync("supplement.requested");
        (await competent.Reader.FindTimelineAsync(ApplicationNumber.Parse(number), CancellationToken.None)).ShouldNotBeNull()
            .Entries.Single(entry => entry.Step.Code == "received").DetailZh.ShouldBe("由51收件移交");
    }

    [Fact]
    public async Task Who_withdraws_at_the_window_has_withdrawn_everywhere()
    {
        var (window, competent) = (_stamps["51"], _stamps["44"]);
        competent.Provider.NotFound["driving-licence"] = true;
        var number = await window.SubmitAsync(Sample.MissingMaterials);
        await window.UntilHeardAsync("supplement.requested");
        (await window.PostAsync(Sample.Withdrawal(number))).ShouldBeAccepted();
        await competent.UntilStageAsync(number, "withdrawn");
        await window.UntilStageAsync(number, "withdrawn");
    }

    /// <summary>Beijing has no stamp; what concerns it comes back to the one that it filed with.</summary>
    [Fact]
    public async Task A_province_without_a_stamp_hears_from_the_one_that_it_filed_with()
    {
        var (window, competent) = (_stamps["51"], _stamps["44"]);
        var submission = Sample.Submission(Sample.MissingMaterials);
        submission["source"] = "urn:gov:cn:11:zwfw";
        var number = (await window.PostAsync(submission)).ShouldBeAccepted();

        await window.UntilHeardAsync("application.refused-acceptance"); // Beijing is not in the item's scope.
        await window.UntilStageAsync(number, "notAccepted");
        await competent.UntilStageAsync(number, "notAccepted");
        window.Subscribers.HeardBy(FakeSubscribers.Province).ShouldAllBe(heard => heard.Province == "11");
    }

    private static Task<List<string>> UntilAskedElsewhereAsync(TestApp app, string number, string department) => app.UntilAsync(
        $"{department} asked of {number}",
        () => Task.FromResult(app.Subscribers.HeardBy(FakeSubscribers.Province).Select(heard => $"{heard.Subject} {heard.Data["department"]}").ToList()),
        asked => asked.Contains($"{number} {department}"),
        asked => string.Join(", ", asked));
}
