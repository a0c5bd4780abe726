namespace CrossRegion.Cli.Tests;

/// <summary>A command run in this process, with what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> OfAsync(params string[] args) => ReadingAsync(input: null, args);

    /// <summary>With something to read.</summary>
    public static async Task<CommandRun> ReadingAsync(string? input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CrossRegionCommand.RunAsync(args, new Terminal(output, error, Interactive: false, TimeProvider.System, input is null ? null : new StringReader(input)));
        return new CommandRun(exitCode, output.ToString().TrimEnd(), error.ToString().TrimEnd());
    }
}
