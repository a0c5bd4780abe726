using System.Text.Json.Nodes;
using CrossRegion.Cli.Demo;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Journals;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Cli.Tests.Demo;

public sealed class JudgeTests
{
    private static readonly string[] GrantedNotices =
        ["application.received", "application.accepted", "application.decided", "certificate.issued", "application.delivered", "evaluation.invited"];

    [Fact]
    public void A_granted_application_is_as_expected_once_the_citizen_has_read_everything()
    {
        Of(Expectation.Granted, Views.Granted(), GrantedNotices).ShouldBe(Verdict.AsExpected);
        Of(Expectation.Granted, Views.Granted(), GrantedNotices[..^1]).ShouldBe(Verdict.Pending);
    }

    [Fact]
    public void An_application_under_way_is_not_judged() =>
        Of(Expectation.Granted, Views.UnderReview(), []).ShouldBe(Verdict.Pending);

    [Fact]
    public void A_refusal_is_not_a_grant()
    {
        Of(Expectation.Granted, Views.Refused(), GrantedNotices).Wrong.ShouldNotBeNull();
        Of(Expectation.Refused, Views.Granted(), GrantedNotices).Wrong.ShouldNotBeNull();
        Of(Expectation.Refused, Views.Refused(), GrantedNotices).ShouldBe(Verdict.AsExpected);
    }

    [Fact]
    public void A_refusal_without_remedies_is_wrong()
    {
        var silent = Views.Refused() with { Decision = Views.Refused().Decision! with { RemediesZh = null } };

        Of(Expectation.Refused, silent, GrantedNotices).Wrong.ShouldNotBeNull();
    }

    [Fact]
    public void A_supplement_and_a_replay_are_expected_exactly_where_the_sample_says()
    {
        var supplemented = Views.Granted() with { Supplement = new SupplementView(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 16), []) };
        var replayed = Views.Granted() with { Generation = 2 };

        Of(Expectation.GrantedAfterSupplement, supplemented, GrantedNotices).ShouldBe(Verdict.AsExpected);
        Of(Expectation.GrantedAfterReplay, replayed, GrantedNotices).ShouldBe(Verdict.AsExpected);
        Of(Expectation.Granted, supplemented, GrantedNotices).Wrong.ShouldNotBeNull();
        Of(Expectation.GrantedAfterReplay, Views.Granted(), GrantedNotices).Wrong.ShouldNotBeNull();
        Of(Expectation.GrantedAfterSupplement, Views.Granted(), GrantedNotices).Wrong.ShouldNotBeNull();
    }

    [Fact]
    public void A_faulty_event_is_rejected_with_all_its_faults()
    {
        var sample = Sample(Expectation.Rejected) with { Faults = ["data.channel", "data.item"] };

        Judge.Of(Filed(Refused(sample, "data.item", "data.channel", "data.x")), []).ShouldBe(Verdict.AsExpected);
        Judge.Of(Filed(Refused(sample, "data.item")), []).Wrong!.ShouldContain("data.channel");
        Judge.Of(Filed(Accepted(sample, false)), []).Wrong.ShouldNotBeNull();
    }

    [Fact]
    public void A_duplicate_must_be_recognised()
    {
        var sample = Sample(Expectation.Duplicate);

        Judge.Of(Filed(Accepted(sample, true)), []).ShouldBe(Verdict.AsExpected);
        Judge.Of(Filed(Accepted(sample, false)), []).Wrong.ShouldNotBeNull();
    }

    [Fact]
    public void Both_stamps_must_show_the_same_certificate_and_the_same_decision()
    {
        var other = Views.Granted() with { Certificate = new CertificateView("1.2.156.3005.2.Y", "批复", "Approval") };

        Of(Expectation.Granted, Views.Granted(), GrantedNotices, other).Wrong!.ShouldContain("1.2.156.3005.2.Y");
        Of(Expectation.Granted, Views.Granted(), GrantedNotices, Views.Refused()).Wrong!.ShouldContain("decisions");
    }

    [Fact]
    public void An_application_is_not_judged_before_both_stamps_have_it_at_its_end()
    {
        Of(Expectation.Granted, Views.Granted(), GrantedNotices, Views.UnderReview()).ShouldBe(Verdict.Pending);
        var application = Filed(Accepted(Sample(Expectation.Granted), false));
        application.Status = Views.Granted();
        Judge.Of(application, []).ShouldBe(Verdict.Pending);
    }

    [Fact]
    public void The_rating_is_awaited_where_the_application_is_handled()
    {
        var rated = Sample(Expectation.Granted) with { Evaluation = [] };
        var application = Filed(Accepted(rated, false));
        (application.Status, application.Decisive) = (Views.Granted(), Views.Granted());
        Judge.Of(application, Received(GrantedNotices)).ShouldBe(Verdict.Pending);

        application.Decisive = Views.Granted() with { Evaluation = new EvaluationView(1) };
        Judge.Of(application, Received(GrantedNotices)).ShouldBe(Verdict.AsExpected);
    }

    private static Verdict Of(Expectation expected, ApplicationView status, string[] notices, ApplicationView? decisive = null)
    {
        var application = Filed(Accepted(Sample(expected), false));
        (application.Status, application.Decisive) = (status, decisive ?? status);
        return Judge.Of(application, Received(notices));
    }

    private static IReadOnlyCollection<ReceivedEvent> Received(string[] notices) =>
        [.. notices.Select((type, index) => new ReceivedEvent("notices-51", $"{index}", $"gov.crossregion.{type}.v1", "A", index, []))];

    private static DemoApplication Filed(Submission submission) =>
        new(submission.Sample, ProvinceCode.Parse("51"), ProvinceCode.Parse("44")) { Submission = submission };

    private static Sample Sample(Expectation expected) => new() { Title = new("样例", "Sample"), Expect = expected, Event = [] };

    private static Submission Accepted(Sample sample, bool duplicate) => new(sample, new HostAnswer(202, new JsonObject
    {
        ["accepted"] = new JsonArray(new JsonObject { ["applicationNumber"] = Views.Number.Value, ["duplicate"] = duplicate }),
    }));

    private static Submission Refused(Sample sample, params string[] paths) => new(sample, new HostAnswer(422, new JsonObject
    {
        ["faults"] = new JsonArray([.. paths.Select(path => new JsonObject { ["path"] = path })]),
    }));
}
