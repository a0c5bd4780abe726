using System.CommandLine;
using CrossRegion.Bench.Crash;
using CrossRegion.Bench.Permit;
using CrossRegion.Bench.Smoke;

var root = new RootCommand("Measures the embedded engine. Every benchmark ends with one line of JSON on standard output; all else goes to standard error.")
{
    PermitCommand.Create(),
    CrashCommand.Create(),
    LifeCommand.Create(),
    SmokeCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
