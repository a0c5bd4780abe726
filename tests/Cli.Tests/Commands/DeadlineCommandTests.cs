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
}
