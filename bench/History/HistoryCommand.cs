using System.CommandLine;
using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.History;

/// <summary><c>history --completed N</c></summary>
internal static class HistoryCommand
{
    public static Command Create()
    {
        var completed = CountOption.Create("--completed", "Ended instances in the full store.", 1_000_000);
        var applications = CountOption.Create("--applications", "Applications of 6 instances each in a round.", 4000);
        var rounds = CountOption.Create("--rounds", "Rounds on each store, in turn.", 5);
        var data = new Option<string?>("--data") { Description = "Folder to make the data folders in; put it on the disk to be measured." };
        var command = new Command("history", "Throughput on a store full of ended instances over throughput on an empty one.")
        {
            completed, applications, rounds, data,
        };
        command.SetAction(async parsed =>
        {
            var figures = await HistoryRun.RunAsync(
                parsed.GetValue(completed), parsed.GetValue(applications), parsed.GetValue(rounds), parsed.GetValue(data));
            JsonLine.Write(figures);
            return figures.Errors == 0 ? 0 : 1;
        });
        return command;
    }

}
