using System.CommandLine;
using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Exchange;

/// <summary><c>exchange --rate R --seconds S --peak N --backlog N --outage S</c></summary>
internal static class ExchangeCommand
{
    public static Command Create()
    {
        var rate = CountOption.Create("--rate", "Hand-overs a second, steadily.", 2_000);
        var seconds = CountOption.Create("--seconds", "For how long.", 15);
        var peak = CountOption.Create("--peak", "Hand-overs as fast as it goes.", 20_000);
        var backlog = CountOption.Create("--backlog", "Hand-overs that wait when the receiver comes back.", 20_000);
        var outage = CountOption.Create("--outage", "Seconds that the receiver is away; more than 10, or nobody catches up.", 15);
        var data = new Option<string?>("--data") { Description = "Folder to make the data folder in; put it on the disk to be measured." };
        var command = new Command("exchange", "Two stamps that hand over to each other over HTTP, signed and receipted, and an outage.")
        {
            rate, seconds, peak, backlog, outage, data,
        };
        command.SetAction(async parsed =>
        {
            var figures = await RunAsync(
                parsed.GetValue(data),
                parsed.GetValue(rate),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(peak),
                parsed.GetValue(backlog),
                TimeSpan.FromSeconds(parsed.GetValue(outage)));
            JsonLine.Write(figures);
            return figures.Lost == 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>One round, in a data folder of its own.</summary>
    public static async Task<ExchangeFigures> RunAsync(string? parent, double perSecond, TimeSpan steady, int peak, int backlog, TimeSpan outage)
    {
        using var folder = new DataFolder(parent);
        var output = Console.Out;
        Console.SetOut(Console.Error); // A host says on standard output that it is ready.
        try
        {
            return await new ExchangeRun(folder.Path, perSecond, steady, peak, backlog, outage).RunAsync();
        }
        finally
        {
            Console.SetOut(output);
        }
    }
}
