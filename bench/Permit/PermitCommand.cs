using System.CommandLine;
using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Permit;

/// <summary><c>permit --concurrency C --applications M</c></summary>
internal static class PermitCommand
{
    private const int WarmUp = 100;

    public static Command Create()
    {
        var concurrency = CountOption.Create("--concurrency", "Applications in flight.", 64);
        var applications = CountOption.Create("--applications", "Applications in all, after a warm-up.", 2000);
        var data = new Option<string?>("--data") { Description = "Folder to make the data folder in; put it on the disk to be measured." };
        var command = new Command("permit", "One application after the other through 16 activities, 5 sub-orchestrations and 5 external events, durably.")
        {
            concurrency, applications, data,
        };
        command.SetAction(async parsed =>
        {
            using var folder = new DataFolder(parsed.GetValue(data));
            await using var host = await PermitHost.StartAsync(folder.Path);
            await PermitLoad.RunAsync(host, folder, "warm-up", concurrency: 16, WarmUp);
            var figures = await PermitLoad.RunAsync(host, folder, "permit", parsed.GetValue(concurrency), parsed.GetValue(applications));
            JsonLine.Write(figures);
            return figures.Errors == 0 ? 0 : 1;
        });
        return command;
    }
}
