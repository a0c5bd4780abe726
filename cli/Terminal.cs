using Spectre.Console;

namespace CrossRegion.Cli;

/// <summary>Where a command writes and what time it is; a test brings its own.</summary>
/// <param name="Output">For results.</param>
/// <param name="Error">For what went wrong.</param>
/// <param name="Interactive">True when a person looks on: live tables and colours; else plain lines.</param>
/// <param name="Time">The clock.</param>
/// <param name="Input">What is asked for is read here; null: nothing can be asked for.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error, bool Interactive, TimeProvider Time, TextReader? Input = null)
{
    private const int WidthOfFiles = 200;

    private IAnsiConsole? _console;

    /// <summary>The process's own.</summary>
    public static Terminal OfProcess() =>
        new(System.Console.Out, System.Console.Error, !System.Console.IsOutputRedirected, TimeProvider.System, System.Console.In);

    /// <summary><see cref="Output"/> for tables.</summary>
    public IAnsiConsole Console => _console ??= CreateConsole();

    private IAnsiConsole CreateConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Output),
            Ansi = Interactive ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = Interactive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!Interactive)
        {
            console.Profile.Width = WidthOfFiles;
        }
        return console;
    }
}
