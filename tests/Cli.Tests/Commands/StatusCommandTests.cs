using System.Text.Json;
using CrossRegion.Orchestrations.ReadModel;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Cli.Tests.Commands;

public sealed class StatusCommandTests
{
    private static readonly string Number = Views.Number.Value;

    [Fact]
    public async Task Status_shows_stage_clock_and_whom_it_waits_for()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(Views.UnderReview(), ReadModelJson.Wire));

        var run = await host.RunAsync("status", Views.Number.Grouped);

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        host.Requests.Single().Request.ShouldBe($"GET /api/applications/{Number}");
        run.Output.ShouldContain("审查 underReview");
        run.Output.ShouldContain("2026-03-09");
        run.Output.ShouldContain("2 个工作日");
        run.Output.ShouldContain("审批局");
    }

    [Fact]
    public async Task Status_of_a_refusal_shows_reasons_and_remedies()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(Views.Refused(), ReadModelJson.Wire));

        var run = await host.RunAsync("status", Number);

        run.Output.ShouldContain("没有住所(户口登记条例 第十条)");
        run.Output.ShouldContain("可申请行政复议");
    }

    [Fact]
    public async Task Status_as_json_is_what_the_host_said()
    {
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(Views.Granted(), ReadModelJson.Wire));

        var run = await host.RunAsync("status", Number, "--json");

        run.Output.ShouldBe(JsonSerializer.Serialize(Views.Granted(), ReadModelJson.Wire));
    }

    [Fact]
    public async Task Watch_tells_each_change_once_and_ends_with_the_case()
    {
        var answers = new Queue<ApplicationView>([Views.UnderReview(), Views.Granted()]);
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(answers.Dequeue(), ReadModelJson.Wire));

        var run = await host.RunAsync("watch", Number);

        run.ExitCode.ShouldBe(0);
        run.Output.Split('\n').Length.ShouldBe(2);
        run.Output.ShouldContain("送达");
    }

    [Fact]
    public async Task Status_says_what_is_in_transit_and_each_departments_share()
    {
        var clock = new ClockView(
            "stage:review:approval-bureau", new("stage", "环节时限", "Stage"), "approval-bureau", new("running", "计时中", "Running"), new("green", "绿灯:正常", "Green: in time"),
            new("workingDay", "工作日", "working day"), 3, 1, 2, new DateOnly(2026, 3, 5), Provisional: false, "45");
        var moment = new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
        var view = Views.UnderReview() with
        {
            AsOf = moment,
            Clocks = [clock],
            Awaiting =
            [
                new AwaitedStep(
                    AwaitedParty.Stamp, "approval-bureau", "广西壮族自治区(45)", "Guangxi (45)", new("移交在途:协同审查任务", "In transit: review task"),
                    new DateOnly(2026, 3, 5), moment, clock.Kind),
            ],
        };
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(view, ReadModelJson.Wire));

        var output = (await host.RunAsync("status", Number)).Output;

        output.ShouldContain(
            "等待 Awaiting: 广西壮族自治区(45):移交在途:协同审查任务,自2026-03-02 10:00:00,其间计时:环节时限 (2026-03-05) "
            + "Guangxi (45): In transit: review task, since 2026-03-02 10:00:00, meanwhile runs: Stage (2026-03-05)");
        output.ShouldContain("环节时限 Stage approval-bureau (45): 计时中 Running, 1/3 工作日 working days, 剩余 left 2, 2026-03-05");
        output.ShouldContain("办理地告知截至 As told by the competent stamp: 2026-03-02 10:00:00");
    }

    [Fact]
    public async Task Status_of_an_erased_case_says_so()
    {
        var erased = Views.Granted() with { Applicant = null, ErasedAt = new DateTimeOffset(2026, 4, 1, 17, 0, 0, TimeSpan.Zero) };
        await using var host = await FakeHost.StartAsync((_, _) => Results.Json(erased, ReadModelJson.Wire));

        (await host.RunAsync("status", Number)).Output.ShouldContain("个人信息 Personal data: 已依法删除 erased by law 2026-04-02");
    }
}
