using System.CommandLine;
using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Crash;

/// <summary><c>crash --kills N</c></summary>
internal static class CrashCommand
{
    public static Command Create()
    {
        var kills = CountOption.Create("--kills", "How often to kill the engine.", 200);
        var concurrency = CountOption.Create("--concurrency", "Applications in flight.", 64);
        var seed = new Option<int?>("--seed") { Description = "Seed of the random moments; default: another one each time, and printed." };
        var data = new Option<string?>("--data") { Description = "Folder to make the data folder in." };
        var command = new Command("crash", "Kills an engine under load (kill -9) at random moments and checks that nothing was lost, done twice or changed.")
        {
            kills, concurrency, seed, data,
        };
        command.SetAction(async parsed =>
        {
            using var folder = new DataFolder(parsed.GetValue(data));
            var figures = await new CrashRun(
                folder.Path, parsed.GetValue(kills), parsed.GetValue(seed) ?? Random.Shared.Next(), parsed.GetValue(concurrency)).RunAsync();
            JsonLine.Write(figures);
            return figures.IsClean ? 0 : 1;
        });
        return command;
    }
}
