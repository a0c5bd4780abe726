using System.Diagnostics.CodeAnalysis;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Functions.Intake;

/// <summary>Either every event of a request, each right in itself, or the problem with it: a batch is taken whole or not at all.</summary>
public sealed record IntakeResult
{
    private IntakeResult(IReadOnlyList<IncomingEvent> events, Problem? problem) => (Events, Problem) = (events, problem);

    /// <summary>In the order of the batch, at least one; empty when there is a problem.</summary>
    public IReadOnlyList<IncomingEvent> Events { get; }

    public Problem? Problem { get; }

    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Accepted => Problem is null;

    internal static IntakeResult Of(IReadOnlyList<IncomingEvent> events) => new(events, null);

    internal static IntakeResult Of(Problem problem) => new([], problem);
}
