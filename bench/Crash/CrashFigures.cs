using System.Text.Json.Serialization;

namespace CrossRegion.Bench.Crash;

/// <summary>What came of the kills.</summary>
/// <param name="Kills">Kills of an engine that was alive.</param>
/// <param name="KillsWhileOpening">Those of them that met it before it was open.</param>
/// <param name="Runs">Activities begun.</param>
/// <param name="RepeatedRuns">Activities begun again because a kill came before their result was durable, as they may be.</param>
/// <param name="Decisions">External events sent, those sent again for want of an acknowledgement included.</param>
internal sealed record CrashFigures(
    int Kills,
    int KillsWhileOpening,
    int Seed,
    int Applications,
    int Runs,
    int RepeatedRuns,
    int Decisions,
    Load UnfinishedAtKill,
    int Lost,
    int Duplicated,
    int Wrong,
    Recovery RecoverySeconds,
    double WallS)
{
    [JsonIgnore]
    public bool IsClean => this is { Lost: 0, Duplicated: 0, Wrong: 0 };
}
