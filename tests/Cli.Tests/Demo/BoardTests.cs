using System.Text.Json.Nodes;
using CrossRegion.Cli.Demo;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Notices;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Cli.Tests.Demo;

public sealed class BoardTests : IDisposable
{
    private static readonly Notice Accepted = new(Views.Number.Value, "51", "application.accepted", "您的申请已受理。", "Accepted.");

    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task Plain_lines_tell_each_change_and_each_notice_once()
    {
        var application = Application();
        var board = DemoBoard.For(Terminal(interactive: false));

        await board.RunAsync(() =>
        {
            application.Status = Views.UnderReview();
            board.Show([application], [Accepted]);
            board.Show([application], [Accepted]);
            application.Status = Views.Granted();
            board.Show([application], [Accepted]);
            return Task.CompletedTask;
        });

        var lines = _output.ToString().TrimEnd().Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("审查");
        lines[0].ShouldContain("[51→44 审45]");
        lines[0].ShouldContain("2026-03-09");
        lines[1].ShouldContain("您的申请已受理。");
        lines[2].ShouldContain("送达");
    }

    [Fact]
    public async Task The_live_table_shows_stage_due_date_and_notices()
    {
        var application = Application();
        application.Status = Views.UnderReview();
        var board = DemoBoard.For(Terminal(interactive: true));

        await board.RunAsync(() =>
        {
            board.Show([application], [Accepted]);
            return Task.CompletedTask;
        });

        _output.ToString().ShouldContain("审查");
        _output.ToString().ShouldContain("51→44");
        _output.ToString().ShouldContain("您的申请已受理。");
    }

    [Fact]
    public async Task A_notice_longer_than_the_terminal_is_cut()
    {
        var board = DemoBoard.For(Terminal(interactive: true));
        var chatty = Accepted with { Zh = string.Concat(Enumerable.Repeat("您申请的“企业跨省迁移登记”已受理,", 20)) };

        await board.RunAsync(() =>
        {
            board.Show([Application()], [chatty]);
            return Task.CompletedTask;
        });

        _output.ToString().Split("您申请的").Length.ShouldBeLessThan(10);
    }

    private Terminal Terminal(bool interactive) => new(_output, _output, interactive, TimeProvider.System);

    private static DemoApplication Application()
    {
        var sample = new Sample { Name = "sample", Title = new("样例", "Sample"), Expect = Expectation.Granted, Event = [] };
        return new DemoApplication(sample, ProvinceCode.Parse("51"), ProvinceCode.Parse("44"))
        {
            Submission = new Submission(sample, new HostAnswer(202, new JsonObject
            {
                ["accepted"] = new JsonArray(new JsonObject { ["applicationNumber"] = Views.Number.Value }),
            })),
        };
    }
}
