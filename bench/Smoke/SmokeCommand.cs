using System.CommandLine;
using CrossRegion.Bench.Capacity;
using CrossRegion.Bench.Crash;
using CrossRegion.Bench.Exchange;
using CrossRegion.Bench.History;
using CrossRegion.Bench.Idle;
using CrossRegion.Bench.Measuring;
using CrossRegion.Bench.Permit;
using CrossRegion.Bench.Sweep;

namespace CrossRegion.Bench.Smoke;

/// <summary><c>smoke</c>: a short round of each benchmark, to see that they work; the figures mean nothing.</summary>
internal static class SmokeCommand
{
    public static Command Create()
    {
        var command = new Command("smoke", "A short round of each benchmark, to see that they work.");
        command.SetAction(async _ =>
        {
            var isWell = await PermitAsync() & await CrashAsync() & await HistoryAsync() & await IdleAsync() & await SweepAsync() & await ExchangeAsync() & await CapacityAsync();
            return isWell ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> PermitAsync()
    {
        using var folder = new DataFolder();
        await using var host = await PermitHost.StartAsync(folder.Path);
        var figures = await PermitLoad.RunAsync(host, folder, "permit", concurrency: 8, applications: 50);
        JsonLine.Write(figures);
        return figures.Errors == 0;
    }

    private static async Task<bool> CrashAsync()
    {
        using var folder = new DataFolder();
        var figures = await new CrashRun(folder.Path, kills: 5, Random.Shared.Next(), concurrency: 16).RunAsync();
        JsonLine.Write(figures);
        return figures.IsClean;
    }

    private static async Task<bool> HistoryAsync()
    {
        var figures = await HistoryRun.RunAsync(completed: 600, applications: 50, rounds: 1, parent: null);
        JsonLine.Write(figures);
        return figures.Errors == 0;
    }

    private static async Task<bool> SweepAsync()
    {
        var figures = await SweepRun.RunAsync(open: 600, few: 300, due: 50, parent: null);
        JsonLine.Write(figures);
        return figures.Errors == 0;
    }

    private static async Task<bool> IdleAsync()
    {
        JsonLine.Write(await IdleCommand.RunAsync(starts: 1, settling: TimeSpan.Zero, watched: TimeSpan.FromSeconds(2)));
        return true;
    }

    private static async Task<bool> ExchangeAsync()
    {
        var figures = await ExchangeCommand.RunAsync(
            parent: null, perSecond: 100, steady: TimeSpan.FromSeconds(2), peak: 500, backlog: 200, outage: TimeSpan.FromSeconds(1));
        JsonLine.Write(figures);
        return figures.Lost == 0;
    }

    private static async Task<bool> CapacityAsync()
    {
        var options = new CapacityOptions(Stamps: 2, Peak: 5, NationPerDay: 10_000, OutageSeconds: 600, HandOversPerSecond: 100, Applications: 2, Seed: 1);
        var figures = await CapacityRun.RunAsync(parent: null, options);
        JsonLine.Write(figures);
        return figures.Volumes.All(volume => volume.Queue.Arrived == volume.Queue.Done + volume.Queue.Waiting);
    }
}
