using System.CommandLine;
using CrossRegion.Bench.Capacity;
using CrossRegion.Bench.Crash;
using CrossRegion.Bench.Exchange;
using CrossRegion.Bench.History;
using CrossRegion.Bench.Idle;
using CrossRegion.Bench.Micro;
using CrossRegion.Bench.Permit;
using CrossRegion.Bench.Smoke;
using CrossRegion.Bench.Sweep;

var root = new RootCommand("Measures the embedded engine and its host. Every benchmark ends with one line of JSON on standard output; all else goes to standard error.")
{
    PermitCommand.Create(),
    CrashCommand.Create(),
    ExchangeCommand.Create(),
    CapacityCommand.Create(),
    HistoryCommand.Create(),
    IdleCommand.Create(),
    SweepCommand.Create(),
    MicroCommand.Create(),
    LifeCommand.Create(),
    SmokeCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
