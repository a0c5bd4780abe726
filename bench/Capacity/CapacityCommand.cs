using System.CommandLine;
using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Capacity;

/// <summary><c>capacity --stamps N --peak R</c></summary>
internal static class CapacityCommand
{
    public static Command Create()
    {
        var stamps = CountOption.Create("--stamps", "Stamps of the nation.", 32, most: 1_000);
        var peak = CountOption.Create("--peak", "Applications a second in a province's peak hour.", 280, most: 10_000);
        var nation = CountOption.Create("--nation", "The nation's applications on a working day.", 1_000_000);
        var outage = CountOption.Create("--outage", "Seconds that nobody works, from the beginning of the peak hour.", 3_600, most: 12 * 3_600);
        var handOvers = CountOption.Create("--hand-overs", "Hand-overs a second that one instance takes, as the benchmark exchange measures it (peakPerS).", 1_000);
        var applications = CountOption.Create("--applications", "Applications of each mode that are counted.", 100);
        var seed = new Option<int>("--seed") { Description = "Seed of the simulation.", DefaultValueFactory = _ => 1 };
        var data = new Option<string?>("--data") { Description = "Folder to make the data folder in." };
        var command = new Command("capacity", "Counts what an application asks for on three stamps, and simulates days from one stamp to the nation.")
        {
            stamps, peak, nation, outage, handOvers, applications, seed, data,
        };
        command.SetAction(async parsed =>
        {
            var options = new CapacityOptions(
                parsed.GetValue(stamps),
                parsed.GetValue(peak),
                parsed.GetValue(nation),
                parsed.GetValue(outage),
                parsed.GetValue(handOvers),
                parsed.GetValue(applications),
                parsed.GetValue(seed));
            JsonLine.Write(await CapacityRun.RunAsync(parsed.GetValue(data), options));
        });
        return command;
    }
}
