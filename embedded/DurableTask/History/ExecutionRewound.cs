namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>
/// A failed execution goes on from its failure, under a new number: the turns from that failure on are cut away. As a
/// message it only asks for that; the journal, which carries it out, fills in the rest.
/// </summary>
/// <param name="Reason">The operator's.</param>
/// <param name="Parent">Where to report the end from now on; <c>null</c>: where it was to be before.</param>
/// <param name="Execution">The number until now. Answers to calls made before the cut may still bear it.</param>
/// <param name="Kept">What had come in the turns cut away, and still holds: fed again, in order.</param>
internal sealed record ExecutionRewound(string? Reason, ParentLink? Parent, long Execution, IReadOnlyList<HistoryEvent> Kept) : HistoryEvent;
