using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>How long everything took between two provinces, by the clock of the run: each case's way and each hand-over's.</summary>
/// <param name="Cases">From coming in to each stage, by the application's reference.</param>
/// <param name="HandOvers">From being committed to the receipt, by reference, route and sequence.</param>
internal sealed record StreamMeasures(IReadOnlyDictionary<string, TimeSpan> Cases, IReadOnlyDictionary<string, TimeSpan> HandOvers)
{
    private static readonly string[] Stages = ["accepted", "decided", "delivered"];

    public static async Task<StreamMeasures> OfAsync(ThreeStamps stamps, StreamRun run)
    {
        var (cases, handOvers) = (new SortedDictionary<string, TimeSpan>(StringComparer.Ordinal), new SortedDictionary<string, TimeSpan>(StringComparer.Ordinal));
        foreach (var application in run.Applications.Where(application => !application.Plan.Touches(ApplicationStream.Third)))
        {
            var (plan, number) = (application.Plan, ApplicationNumber.Parse(application.Number!));
            var timeline = (await stamps[plan.Competent].Reader.FindTimelineAsync(number, CancellationToken.None)).ShouldNotBeNull().Entries;
            foreach (var stage in Stages)
            {
                cases[$"{plan.Reference} {stage}"] = timeline.Single(entry => entry.Step.Code == stage).At - application.FiledAt;
            }

            foreach (var custody in stamps.HandedOver.Where(custody => custody.Envelope.Number == number))
            {
                handOvers.TryAdd($"{plan.Reference} {custody.Envelope.Route} {custody.Envelope.Sequence}", custody.ReceiptedAt - custody.CommittedAt);
            }
        }

        return new StreamMeasures(cases, handOvers);
    }

    /// <summary>Below it are 95 of 100.</summary>
    public static TimeSpan P95(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)Math.Ceiling(0.95 * sorted.Count) - 1];
    }
}
