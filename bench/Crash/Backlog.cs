using System.Text.Json;

namespace CrossRegion.Bench.Crash;

/// <summary>What a life has to take over from those before it.</summary>
/// <param name="NextApplication">Number of the first application not asked for yet.</param>
/// <param name="NextDecision">Number of the first decision not sent yet.</param>
/// <param name="Unacknowledged">Applications whose start nobody has acknowledged.</param>
/// <param name="Unfinished">Those that were acknowledged and whose end nobody has been told.</param>
/// <param name="Undecided">Tickets for which no decision is acknowledged.</param>
/// <param name="Decided">Tickets for which one is, of unfinished applications.</param>
internal sealed record Backlog(
    int NextApplication,
    int NextDecision,
    IReadOnlyList<string> Unacknowledged,
    IReadOnlyList<string> Unfinished,
    IReadOnlyList<Ticket> Undecided,
    IReadOnlyList<Ticket> Decided)
{
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this));

    public static Backlog Load(string path) => JsonSerializer.Deserialize<Backlog>(File.ReadAllText(path))
        ?? throw new InvalidDataException($"'{path}' is empty.");
}
