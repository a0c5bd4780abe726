using System.Globalization;
using CrossRegion.Simulators.Notices;

namespace CrossRegion.Cli.Demo;

/// <summary>Plain lines, one for each change, for output that goes to a file.</summary>
internal sealed class PlainBoard(Terminal terminal) : DemoBoard
{
    private readonly Dictionary<string, string> _shown = [];
    private int _noticesShown;

    public override Task RunAsync(Func<Task> play) => play();

    public override void Show(IReadOnlyList<DemoApplication> applications, IReadOnlyList<Notice> notices)
    {
        foreach (var application in applications.Where(application => application.Submission is not null))
        {
            var verdict = application.Verdict is { Wrong: { } wrong } ? $"  不符 not as expected: {wrong}" : string.Empty;
            var line = application.Line + verdict;
            if (_shown.GetValueOrDefault(application.Sample.Name) != line)
            {
                _shown[application.Sample.Name] = line;
                Say($"{application.Number?.Value ?? "-",-19} {application.Sample.Name}: {line}");
            }
        }
        for (; _noticesShown < notices.Count; _noticesShown++)
        {
            var notice = notices[_noticesShown];
            Say($"{notice.Number} 通知 notice: {notice.Zh} / {notice.En}");
        }
    }

    public override void Say(string line)
    {
        var now = TimeZoneInfo.ConvertTime(terminal.Time.GetUtcNow(), terminal.Time.LocalTimeZone);
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{now:HH:mm:ss} {line}"));
    }
}
