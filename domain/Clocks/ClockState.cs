using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Clocks;

/// <summary>计时状态, as the ledger has it.</summary>
[JsonConverter(typeof(CodeJsonConverter<ClockState>))]
public enum ClockState
{
    [Code("running", "计时中", "Running")]
    Running = 1,

    [Code("paused", "计时中止", "Paused")]
    Paused = 2,

    [Code("stopped", "计时终止", "Stopped")]
    Stopped = 3,
}
