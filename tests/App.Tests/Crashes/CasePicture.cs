using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators.Journals;

namespace CrossRegion.App.Tests.Crashes;

/// <summary>
/// What a case looks like from outside when it is over, without what differs from run to run: its steps, what was told to whom, what
/// was asked of the providers. Parallel reviews end in any order, so the lists are sorted.
/// </summary>
internal sealed record CasePicture(string Outcome, IReadOnlyList<string> Steps, IReadOnlyList<string> Told)
{
    private const string ReviewRequested = "gov.crossregion.review.requested.v1";

    public static CasePicture Of(ApplicationView status, TimelineView timeline, IEnumerable<ReceivedEvent> received)
    {
        // A refusal finds the other departments at work, already done or not yet asked.
        var refused = status.Decision?.Outcome == Domain.Cases.DecisionOutcome.Refused;
        return new CasePicture(
            $"{status.Stage.Code} {status.Decision?.Outcome} {(status.Certificate is null ? "no certificate" : "certificate")}, generation {status.Generation}",
            [.. timeline.Entries
                .Where(entry => !refused || !entry.Step.Code.Contains("eview", StringComparison.Ordinal))
                .Select(entry => $"{entry.Step.Code} by {entry.By}")
                .Order(StringComparer.Ordinal)],
            [.. received
                .Where(told => !refused || told.Type != ReviewRequested)
                .Select(told => $"{told.Receiver} {told.Type} {told.Department}")
                .Order(StringComparer.Ordinal)]);
    }

    public override string ToString() => $"{Outcome}\n  {string.Join("\n  ", Steps)}\n  {string.Join("\n  ", Told)}";
}
