using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>One way between two authorities, compared.</summary>
/// <param name="From">Who sent.</param>
/// <param name="To">Who took.</param>
/// <param name="Entries">How many entries this side has, after repair.</param>
/// <param name="Digest">This side's digest of the day, after repair.</param>
/// <param name="DifferencesBefore">How many differences there were.</param>
/// <param name="DifferencesAfter">How many are left; 0 is the proof that both sides have the same.</param>
/// <param name="Before">The differences that there were, the first <see cref="MostListed"/>.</param>
/// <param name="After">Those that are left, likewise.</param>
public sealed record RouteResult(
    ProvinceCode From,
    ProvinceCode To,
    int Entries,
    string Digest,
    int DifferencesBefore,
    int DifferencesAfter,
    IReadOnlyList<Difference> Before,
    IReadOnlyList<Difference> After)
{
    public const int MostListed = 500;

    internal static RouteResult Of(ComparedRoute before, ComparedRoute after) => new(
        after.Route.From,
        after.Route.To,
        after.Summary.Entries,
        after.Summary.Digest,
        before.Differences.Count,
        after.Differences.Count,
        [.. before.Differences.Take(MostListed)],
        [.. after.Differences.Take(MostListed)]);
}
