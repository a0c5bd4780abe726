using System.CommandLine;
using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Sweep;

/// <summary><c>sweep --open N</c></summary>
internal static class SweepCommand
{
    public static Command Create()
    {
        var open = CountOption.Create("--open", "Open cases in the large store.", 1_000_000);
        var data = new Option<string?>("--data") { Description = "Folder to make the data folders in; put it on the disk to be measured." };
        var command = new Command("sweep", "What a sweep for due limits costs with many open cases over what it costs with ten thousand, the same 1,000 due.")
        {
            open, data,
        };
        command.SetAction(async parsed =>
        {
            var figures = await SweepRun.RunAsync(parsed.GetValue(open), few: 10_000, due: 1_000, parsed.GetValue(data));
            JsonLine.Write(figures);
            return figures.Errors == 0 ? 0 : 1;
        });
        return command;
    }
}
