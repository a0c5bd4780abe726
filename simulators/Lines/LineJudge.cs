using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Faults;

namespace CrossRegion.Simulators.Lines;

/// <summary>Says what happens to a hand-over; to one that comes again, anew.</summary>
internal sealed class LineJudge(LineFaults faults, Chance chance)
{
    private const string Unreadable = "unreadable";

    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);

    /// <summary>Which hand-over it is: <c>51-44/NUMBER/3</c>.</summary>
    public static string MatterOf(JsonObject handOver) =>
        (handOver["message"] is JsonValue value && value.TryGetValue<string>(out var message) ? LineMessage.NameOf(message) : null) ?? Unreadable;

    public JudgedHandOver Judge(JsonObject handOver)
    {
        var matter = MatterOf(handOver);
        var name = $"{matter}#{_attempts.AddOrUpdate(matter, 1, (_, attempts) => attempts + 1)}";
        if (matter == Unreadable)
        {
            return new JudgedHandOver(name, handOver);
        }
        var dice = chance.About($"the line carries {name}");
        return new JudgedHandOver(name, handOver)
        {
            WrongSignature = dice.Hits(faults.WrongSignatures),
            WrongReceipt = dice.Hits(faults.WrongReceipts),
            HeldFor = Later(faults.Reordered, dice),
            RepeatedAfter = Later(faults.Duplicates, dice),
            Byte = dice.Next(),
        };
    }

    private static TimeSpan? Later(Delayed delayed, Dice dice)
    {
        var (hits, after) = (dice.Hits(delayed.Rate), dice.Next());
        return hits ? TimeSpan.FromSeconds(after * delayed.Within) : null;
    }
}
