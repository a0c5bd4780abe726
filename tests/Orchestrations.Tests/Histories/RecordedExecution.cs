using CrossRegion.Embedded.DurableTask.History;

namespace CrossRegion.Orchestrations.Tests.Histories;

/// <summary>The history of one execution, as the engine has it.</summary>
internal sealed record RecordedExecution(string InstanceId, ExecutionStarted Start, IReadOnlyList<HistoryEvent> Events);
