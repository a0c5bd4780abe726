using CrossRegion.Cli.Applications;
using CrossRegion.Simulators.Notices;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CrossRegion.Cli.Demo;

/// <summary>A table that moves: a line per application, the latest notices below.</summary>
internal sealed class LiveBoard(Terminal terminal) : DemoBoard
{
    private const int NoticesShown = 5;
    private const int LinesShown = 3;
    private const int WideFrom = 130;

    private readonly List<string> _said = [];
    private LiveDisplayContext? _display;
    private IReadOnlyList<DemoApplication> _applications = [];
    private IReadOnlyList<Notice> _notices = [];

    public override async Task RunAsync(Func<Task> play)
    {
        await terminal.Console.Live(Render())
            .Overflow(VerticalOverflow.Ellipsis)
            .StartAsync(async display =>
            {
                _display = display;
                await play();
            });
        _display = null;
    }

    public override void Show(IReadOnlyList<DemoApplication> applications, IReadOnlyList<Notice> notices)
    {
        (_applications, _notices) = (applications, notices);
        Refresh();
    }

    public override void Say(string line)
    {
        if (_display is null)
        {
            terminal.Output.WriteLine(line);
            return;
        }
        _said.Add(line);
        Refresh();
    }

    private void Refresh() => _display?.UpdateTarget(Render());

    /// <summary>A narrow terminal gets the columns that matter most.</summary>
    private bool IsWide => terminal.Console.Profile.Width >= WideFrom;

    private Rows Render() => new([Table(), .. Notices(), .. _said.TakeLast(LinesShown).Select(Line)]);

    private Table Table()
    {
        var table = new Table().Border(TableBorder.Rounded).Expand();
        foreach (var column in Columns)
        {
            table.AddColumn(new TableColumn(column));
        }
        foreach (var application in _applications)
        {
            table.AddRow([.. Cells(application)]);
        }
        return table;
    }

    private string[] Columns => IsWide
        ? ["样例 sample", "办件 number", "省 provinces", "环节 stage", "部门", "等待 awaiting", "承诺 due", "已用 used", ""]
        : ["样例 sample", "省", "环节 stage", "部门", "承诺 due", ""];

    private IEnumerable<IRenderable> Cells(DemoApplication application)
    {
        var status = application.HasCase ? application.Status : null;
        yield return new Text(application.Sample.Title.Zh);
        if (IsWide)
        {
            yield return new Text(application.Number?.Value ?? string.Empty);
        }
        yield return new Text(application.HasCase ? application.Places : string.Empty);
        yield return new Text(status is null ? application.Line : IsWide ? $"{status.Stage.Zh} {status.Stage.En}" : status.Stage.Zh);
        yield return new Text(status is null ? string.Empty : ProgressLine.Reviews(status));
        if (IsWide)
        {
            yield return new Text(status is null ? string.Empty : ProgressLine.Awaiting(status));
        }
        yield return new Text(status?.PromisedDueOn is { } due ? StatusText.Day(due) : string.Empty);
        if (IsWide)
        {
            yield return new Text(status?.WorkingDaysUsed is { } used ? $"{used}" : string.Empty);
        }
        yield return application.Verdict switch
        {
            { Right: true } => new Markup("[green]✓[/]"),
            { Settled: true } => new Markup("[red]✗[/]"),
            _ => new Text(status?.Failure is null ? "…" : "!"),
        };
    }

    private IEnumerable<IRenderable> Notices()
    {
        yield return new Markup("[bold]市民收到的通知 notices to citizens[/]");
        foreach (var notice in _notices.TakeLast(NoticesShown))
        {
            yield return Line($"{notice.Number[^5..]}  {notice.Zh}");
        }
    }

    /// <summary>One line, cut to the terminal's width; Chinese characters are two cells wide.</summary>
    private Text Line(string text) => new(Segment.Truncate(new Segment(text), terminal.Console.Profile.Width)?.Text ?? string.Empty);
}
