using CrossRegion.Embedded.DurableTask.History;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>How an execution starts over.</summary>
/// <param name="Carried">Events that nobody has waited for, which go over to the next execution.</param>
internal sealed record Continuation(ExecutionStarted Start, IReadOnlyList<EventRaised> Carried);
