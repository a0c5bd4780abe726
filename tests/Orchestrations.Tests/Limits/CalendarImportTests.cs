using System.Text.Json.Nodes;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Limits;

/// <summary>放假安排变更: a holiday notice is imported while limits run (行政许可法 art. 82).</summary>
public sealed class CalendarImportTests : IAsyncLifetime
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
    public async Task A_day_off_more_moves_every_open_limit_and_is_told_and_taking_it_back_shortens_none()
    {
        var before = await _app.UntilStageAsync(_number, "underReview");
        before.StatutoryDueOn.ShouldBe(new DateOnly(2026, 3, 5));

        (await _app.ImportCalendarAsync(WithDayOff("2026-03-04"))).Status.ShouldBe(202);
        await _app.UntilHeardAsync("limit.recomputed");
        (await _app.UntilStageAsync(_number, "underReview")).StatutoryDueOn.ShouldBe(new DateOnly(2026, 3, 6));
        ((string)(await _app.HeardAsync("limit.recomputed"))["reason"]!).ShouldContain("国务院办公厅");

        (await _app.ImportCalendarAsync(Notice())).Status.ShouldBe(202);
        var recomputations = await _app.Engine.GetAllInstancesAsync(new() { InstanceIdPrefix = "recompute-limits." }).ToListAsync();
        recomputations.Count.ShouldBe(2);
        foreach (var recomputation in recomputations)
        {
            await _app.EndOfAsync(recomputation.InstanceId);
        }

        (await _app.UntilStageAsync(_number, "underReview")).StatutoryDueOn.ShouldBe(new DateOnly(2026, 3, 6));
        (await _app.StepsAsync(_number)).Count(step => step == "limitsRecomputed").ShouldBe(1);
    }

    [Fact]
    public async Task A_notice_that_makes_no_calendar_is_refused_with_everything_that_is_wrong_and_changes_nothing()
    {
        var notice = WithDayOff("2026-03-04");
        notice["holidays"]![0]!["to"] = "2025-01-01";
        notice["notice"]!.AsObject().Remove("title");
        var refused = await _app.ImportCalendarAsync(notice);
        refused.Status.ShouldBe(422);
        refused.Body["faults"]!.AsArray().Count.ShouldBe(2);
        (await _app.ImportCalendarAsync(new JsonObject { ["year"] = 2026 })).Status.ShouldBe(422);
        (await _app.UntilStageAsync(_number, "underReview")).StatutoryDueOn.ShouldBe(new DateOnly(2026, 3, 5));
    }

    private static JsonObject WithDayOff(string day)
    {
        var notice = Notice();
        notice["holidays"]!.AsArray().Add(new JsonObject
        {
            ["name"] = new JsonObject { ["zh"] = "临时放假", ["en"] = "Extra day off" },
            ["from"] = day,
            ["to"] = day,
        });
        return notice;
    }

    private static JsonObject Notice() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalogue", "calendars", "CN-2026.json")))!.AsObject();
}
