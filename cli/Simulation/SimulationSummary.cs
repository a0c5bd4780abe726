using System.Text.Json.Serialization;

namespace CrossRegion.Cli.Simulation;

/// <summary>What became of a simulation; the last line of <c>simulate</c>.</summary>
/// <param name="Seed">What was drawn from.</param>
/// <param name="Sent">Applications posted.</param>
/// <param name="Accepted">Those that the host took.</param>
/// <param name="Rejected">Those that it refused as faulty.</param>
/// <param name="Unanswered">Those that it had not answered at the end.</param>
/// <param name="Duplicates">Those that it knew from an earlier simulation with the same seed.</param>
/// <param name="Granted">准予.</param>
/// <param name="Refused">不予, by departments.</param>
/// <param name="NotAccepted">不予受理.</param>
/// <param name="Withdrawn">撤回.</param>
/// <param name="Open">Not at their end; of these, <paramref name="Unsettled"/> should have been.</param>
/// <param name="Unsettled">Not where their applicants' identifiers lead them, after the wait.</param>
/// <param name="Wrong">What must not be: another ending, a failure, a repeated effect, a damaged event that was taken.</param>
/// <param name="LatencyMs">Of posts, in milliseconds.</param>
/// <param name="Faults">How often each fault was played, by system and kind.</param>
internal sealed record SimulationSummary(
    int Seed,
    int Sent,
    int Accepted,
    int Rejected,
    int Unanswered,
    int Duplicates,
    int Granted,
    int Refused,
    int NotAccepted,
    int Withdrawn,
    int Open,
    int Unsettled,
    int Wrong,
    Latencies LatencyMs,
    IReadOnlyDictionary<string, int> Faults)
{
    /// <summary>True when everything was answered and is as it must be.</summary>
    [JsonIgnore]
    public bool IsRight => Rejected + Unanswered + Unsettled + Wrong == 0;
}
