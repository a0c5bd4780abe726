using CrossRegion.Simulators.Notices;

namespace CrossRegion.Cli.Demo;

/// <summary>Shows a demo to whoever looks on.</summary>
internal abstract class DemoBoard
{
    /// <summary>The board that suits the terminal.</summary>
    public static DemoBoard For(Terminal terminal) => terminal.Interactive ? new LiveBoard(terminal) : new PlainBoard(terminal);

    /// <summary>Shows what goes on while <paramref name="play"/> plays.</summary>
    public abstract Task RunAsync(Func<Task> play);

    /// <summary>How things stand now.</summary>
    public abstract void Show(IReadOnlyList<DemoApplication> applications, IReadOnlyList<Notice> notices);

    /// <summary>Something worth a line.</summary>
    public abstract void Say(string line);
}
