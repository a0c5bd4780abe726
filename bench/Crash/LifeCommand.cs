using System.CommandLine;

namespace CrossRegion.Bench.Crash;

/// <summary>The hidden command with which <c>crash</c> starts the process that it kills.</summary>
internal static class LifeCommand
{
    public const string Name = "crash-life";

    public static Command Create()
    {
        var directory = new Option<string>("--directory") { Required = true };
        var number = new Option<int>("--life") { Required = true };
        var concurrency = new Option<int>("--concurrency") { Required = true };
        var finish = new Option<bool>("--finish");
        var command = new Command(Name, "One life of the engine, for the command crash.") { directory, number, concurrency, finish };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var life = new Life(
                new LifeFiles(parsed.GetRequiredValue(directory)), parsed.GetRequiredValue(number), parsed.GetRequiredValue(concurrency));
            return parsed.GetValue(finish) ? life.FinishAsync() : life.RunAsync();
        });
        return command;
    }
}
