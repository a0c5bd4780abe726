namespace CrossRegion.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("no-such-command")]
    [InlineData("identifier", "passport", "E12345678")]
    [InlineData("deadline", "--from", "yesterday", "--working-days", "5")]
    [InlineData("deadline", "--from", "2026-09-30", "--working-days", "-1")]
    [InlineData("deadline", "--from", "2026-09-30", "--working-days", "5", "--pause", "2026-10-08")]
    [InlineData("deadline", "--from", "2026-09-30", "--working-days", "5", "--pause", "2026-10-08..later")]
    [InlineData("deadline", "--from", "2026-09-30", "--working-days", "5", "--extend", "ten")]
    [InlineData("deadline", "--from", "2026-09-30", "--working-days", "5", "--division", "Guangxi")]
    [InlineData("replay", "51")]
    [InlineData("erase", "51K7Q2M9TX4BWZ3F8HC")]
    [InlineData("find")]
    [InlineData("find", "passport")]
    [InlineData("find", "uscc", "91500103MA9TEXT018")]
    [InlineData("status", "not-a-number")]
    [InlineData("failed", "--host", "ftp://host")]
    [InlineData("demo", "--port", "70000")]
    [InlineData("demo", "--port", "65534")]
    [InlineData("stamps")]
    [InlineData("stamps", "--provinces", "")]
    [InlineData("stamps", "--provinces", "51,99")]
    [InlineData("stamps", "--provinces", "51,50+51")]
    [InlineData("stamps", "--provinces", "51,,50")]
    [InlineData("stamps", "--provinces", "51,50", "--port", "65535")]
    [InlineData("stamps", "--provinces", "51,50", "--port", "0")]
    [InlineData("stamps", "--provinces", "51,50", "--port", "first")]
    [InlineData("simulate", "--rate", "-1")]
    [InlineData("simulate", "--rate", "1001")]
    [InlineData("simulate", "--rate", "1000", "--duration", "101")]
    [InlineData("simulate", "--province", "51,99")]
    [InlineData("simulate", "--port", "0")]
    [InlineData("simulate", "--seed", "seven")]
    [InlineData("simulate", "--wait", "86401")]
    [InlineData("reconcile", "--peer", "50")]
    [InlineData("reconcile", "--peer", "83", "--date", "2026-03-02")]
    [InlineData("reconcile", "--peer", "50", "--date", "2026-02-30")]
    public async Task A_wrong_command_line_ends_with_2_and_says_where_usage_is(params string[] args)
    {
        var run = await CommandRun.OfAsync(args);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--help");
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("stamps")]
    [InlineData("submit")]
    [InlineData("status")]
    [InlineData("watch")]
    [InlineData("failed")]
    [InlineData("replay")]
    [InlineData("find")]
    [InlineData("erase")]
    [InlineData("reconcile")]
    [InlineData("catalogue")]
    [InlineData("deadline")]
    [InlineData("identifier")]
    [InlineData("simulate")]
    public async Task Help_describes_every_command(string command)
    {
        (await CommandRun.OfAsync("--help")).Output.ShouldContain(command);

        var run = await CommandRun.OfAsync(command, "--help");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain(command);
    }
}
