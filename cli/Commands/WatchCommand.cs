using System.CommandLine;
using CrossRegion.Cli.Applications;
using CrossRegion.Cli.Hosts;

namespace CrossRegion.Cli.Commands;

/// <summary><c>watch NUMBER</c>: prints every change of an application until it has ended or Ctrl+C.</summary>
internal sealed class WatchCommand : Command
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly NumberArgument _number = new();
    private readonly HostOptions _host = new();
    private readonly Terminal _terminal;

    public WatchCommand(Terminal terminal)
        : base("watch", "跟踪办件进度。 Follows an application until it ends.")
    {
        _terminal = terminal;
        Add(_number);
        _host.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        using var host = _host.Connect(arguments);
        var number = arguments.GetRequiredValue(_number);
        var shown = string.Empty;
        while (true)
        {
            var status = await host.StatusAsync(number, cancellation);
            var line = ProgressLine.Of(status);
            if (line != shown)
            {
                var time = TimeZoneInfo.ConvertTime(_terminal.Time.GetUtcNow(), _terminal.Time.LocalTimeZone);
                await _terminal.Output.WriteLineAsync($"{time:HH:mm:ss} {line}");
                shown = line;
            }
            if (ProgressLine.HasEnded(status))
            {
                return ExitCode.Done;
            }
            await Task.Delay(Pause, _terminal.Time, cancellation);
        }
    }
}
