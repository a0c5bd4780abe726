using System.CommandLine;
using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Idle;

/// <summary><c>idle</c>: the function app as it is shipped, with an empty store and nothing to do.</summary>
internal static class IdleCommand
{
    private const int Starts = 5;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var seconds = CountOption.Create("--seconds", "How long to watch it.", 30);
        var command = new Command("idle", "CPU, memory and start of a host that has nothing to do.") { seconds };
        command.SetAction(async parsed => JsonLine.Write(await RunAsync(Starts, Settling, TimeSpan.FromSeconds(parsed.GetValue(seconds)))));
        return command;
    }

    public static async Task<IdleFigures> RunAsync(int starts, TimeSpan settling, TimeSpan watched)
    {
        List<TimeSpan> ready = [];
        for (var start = 1; start < starts; start++)
        {
            ready.Add(await StartOnceAsync());
        }

        using var data = new DataFolder();
        var (host, took) = await HostProcess.StartAsync(data.Path);
        using (host)
        {
            ready.Add(took);
            await Task.Delay(settling);
            var (cpuBefore, peak) = (host.Cpu, 0.0);
            using var seconds = new PeriodicTimer(TimeSpan.FromSeconds(1));
            for (var second = 0; second < watched.TotalSeconds; second++)
            {
                await seconds.WaitForNextTickAsync();
                peak = Math.Max(peak, ProcessCost.PssOf(host.Id));
            }

            return new IdleFigures(
                Math.Round((host.Cpu - cpuBefore) / watched * 100, 3),
                Math.Round(peak, 1),
                Math.Round(Median.Of(ready).TotalSeconds, 2),
                watched.TotalSeconds);
        }
    }

    private static async Task<TimeSpan> StartOnceAsync()
    {
        using var data = new DataFolder();
        var (host, ready) = await HostProcess.StartAsync(data.Path);
        host.Dispose();
        return ready;
    }
}
