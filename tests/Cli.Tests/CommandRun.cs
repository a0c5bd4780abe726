namespace CrossRegion.Cli.Tests;

/// <summary>A command run in this process, with what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandRun> OfAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CrossRegionCommand.RunAsync(args, new Terminal(output, error, Interactive: false, TimeProvider.System));
        return new CommandRun(exitCode, output.ToString().TrimEnd(), error.ToString().TrimEnd());
    }
}
