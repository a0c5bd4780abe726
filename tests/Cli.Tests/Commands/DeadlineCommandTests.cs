namespace CrossRegion.Cli.Tests.Commands;

public sealed class DeadlineCommandTests
{
    [Theory]
    [InlineData("2026-09-30", "5", "2026-10-13")]
    [InlineData("2026-02-11", "20", "2026-03-17")]
    [InlineData("2026-09-30", "0", "2026-09-30")]
    public async Task Working_days_skip_holidays_and_count_make_up_days(string from, string days, string expected)
    {
        var run = await CommandRun.OfAsync("deadline", "--from", from, "--working-days", days);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe(expected);
    }

    [Fact]
    public async Task A_deadline_in_a_year_without_a_notice_is_provisional()
    {
        var run = await CommandRun.OfAsync("deadline", "--from", "2029-12-28", "--working-days", "5");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldStartWith("2030-01-04");
        run.Output.ShouldContain("暂定");
        run.Output.ShouldContain("Provisional");
    }

    [Fact]
    public async Task Programs_get_date_and_certainty_as_json() =>
        (await CommandRun.OfAsync("deadline", "--from", "2026-09-30", "--working-days", "5", "--json")).Output
            .ShouldBe("""{"date":"2026-10-13","provisional":false}""");

    [Theory]
    [InlineData("2026-04-07", "2026-03-04..2026-03-11")] // 5, 6, 9, 10 and 11 March do not count
    [InlineData("2026-04-03", "2026-03-09..2026-03-11", "2026-03-03..2026-03-05")] // in any order
    [InlineData("2026-03-30", "2026-03-06..2026-03-08")] // a weekend
    public async Task The_working_days_of_a_pause_do_not_count(string expected, params string[] pauses)
    {
        var run = await CommandRun.OfAsync(["deadline", "--from", "2026-03-02", "--working-days", "20", .. pauses.SelectMany(pause => new[] { "--pause", pause })]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe(expected);
    }

    [Fact]
    public async Task An_extension_is_added() =>
        (await CommandRun.OfAsync("deadline", "--from", "2026-02-11", "--working-days", "20", "--extend", "10")).Output.ShouldBe("2026-03-31");

    [Fact]
    public async Task A_divisions_days_are_the_countrys_where_it_has_none_of_its_own() =>
        (await CommandRun.OfAsync("deadline", "--from", "2026-09-30", "--working-days", "5", "--division", "450000")).Output.ShouldBe("2026-10-13");

    [Fact]
    public async Task Everything_wrong_with_the_pauses_is_told_at_one_time()
    {
        var run = await CommandRun.OfAsync(
            "deadline", "--from", "2026-03-02", "--working-days", "20", "--pause", "2026-03-01..2026-03-10", "--pause", "2026-03-09..2026-03-11");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("begins before the limit does");
        run.Error.ShouldContain("overlaps the one before");
    }

    [Theory]
    [InlineData("--division", "110999")]
    [InlineData("--extend", "99999")]
    public async Task What_cannot_be_counted_ends_with_1(params string[] rest)
    {
        var run = await CommandRun.OfAsync(["deadline", "--from", "2026-03-02", "--working-days", "20", .. rest]);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_explanation_has_a_line_a_day_with_its_number_or_its_reason()
    {
        var run = await CommandRun.OfAsync(
            "deadline", "--from", "2026-09-23", "--working-days", "4", "--extend", "3", "--pause", "2026-09-28..2026-09-29", "--explain");

        run.ExitCode.ShouldBe(0);
        run.Output.Split('\n').Select(line => line.TrimEnd()).ShouldBe(
        [
            "2026-09-23 周三    0  起算日,不计入。 The day it starts from does not count.",
            "2026-09-24 周四    1  工作日。 Working day.",
            "2026-09-25 周五    -  放假:中秋节。 Holiday: Mid-Autumn Festival. 国办发明电〔2025〕7号",
            "2026-09-26 周六    -  放假:中秋节。 Holiday: Mid-Autumn Festival. 国办发明电〔2025〕7号",
            "2026-09-27 周日    -  放假:中秋节。 Holiday: Mid-Autumn Festival. 国办发明电〔2025〕7号",
            "2026-09-28 周一    2  工作日。 Working day.",
            "2026-09-29 周二    -  计时中止(2026-09-28 至 2026-09-29)。 Paused.",
            "2026-09-30 周三    3  工作日。 Working day.",
            .. Enumerable.Range(1, 7).Select(day => $"2026-10-0{day} 周{"四五六日一二三"[day - 1]}    -  放假:国庆节。 Holiday: National Day. 国办发明电〔2025〕7号"),
            "2026-10-08 周四    4  工作日。 Working day. ← 延长前的届满日。 The last day before the extension.",
            "2026-10-09 周五    5  工作日。 Working day.",
            "2026-10-10 周六    6  调休上班。 Make-up working day. 国办发明电〔2025〕7号",
            "2026-10-11 周日    -  周末。 Weekend.",
            "2026-10-12 周一    7  工作日。 Working day.",
            "2026-10-12",
        ]);
    }

    [Fact]
    public async Task An_explanation_marks_what_is_uncertain() =>
        (await CommandRun.OfAsync("deadline", "--from", "2029-12-31", "--working-days", "1", "--explain")).Output
            .ShouldContain("2030-01-01 周二    1  工作日。 Working day. 暂定:放假安排尚未公布。 Provisional.");

    [Fact]
    public async Task Programs_get_the_explanation_as_json() =>
        (await CommandRun.OfAsync("deadline", "--from", "2026-10-09", "--working-days", "1", "--pause", "2026-10-10..2026-10-11", "--explain", "--json")).Output
            .ShouldBe("""{"date":"2026-10-11","provisional":false,"days":[{"date":"2026-10-09","number":0,"kind":"workingDay"},{"date":"2026-10-10","number":1,"kind":"makeUpDay","notice":"国办发明电〔2025〕7号"},{"date":"2026-10-11","kind":"weekend","paused":true}]}""");
}
