using System.CommandLine;
using System.CommandLine.Invocation;
using CrossRegion.Cli.Commands;

namespace CrossRegion.Cli;

/// <summary>The command <c>crossregion</c>.</summary>
public static class CrossRegionCommand
{
    /// <summary>How long a command may take to tidy up after Ctrl+C: the demo stops its host.</summary>
    private static readonly TimeSpan TidyUp = TimeSpan.FromSeconds(20);

    /// <summary>Runs one command line.</summary>
    /// <returns>0 done; 1 not done, one sentence in the terminal's error output; 2 wrong usage.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation = default)
    {
        var parsed = Create(terminal).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(error.Message);
            }
            await terminal.Error.WriteLineAsync("用法见 crossregion --help。 For usage see crossregion --help.");
            return ExitCode.WrongUsage;
        }
        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TidyUp,
            };
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (Exception exception) when (exception is CommandException or IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
        catch (Exception exception)
        {
            // A defect of ours: whoever uses the command is told so in a sentence, not in a stack trace.
            await terminal.Error.WriteLineAsync($"程序缺陷。 A defect of the program: {exception.GetType().Name}: {exception.Message}");
            return ExitCode.Failed;
        }
    }

    private static RootCommand Create(Terminal terminal) =>
        new("跨省通办:跨地区政务服务协同。 CrossRegion: government services across provinces.")
        {
            new DemoCommand(terminal),
            new StampsCommand(terminal),
            new SubmitCommand(terminal),
            new StatusCommand(terminal),
            new WatchCommand(terminal),
            new FailedCommand(terminal),
            new ReplayCommand(terminal),
            new FindCommand(terminal),
            new EraseCommand(terminal),
            new ReconcileCommand(terminal),
            new CatalogueCommand(terminal),
            new CalendarCommand(terminal),
            new DeadlineCommand(terminal),
            new IdentifierCommand(terminal),
            new SimulateCommand(terminal),
        };
}
