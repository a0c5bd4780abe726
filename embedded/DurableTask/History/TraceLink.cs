namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>What caused a start, for distributed tracing: W3C <c>traceparent</c> and <c>tracestate</c>.</summary>
internal sealed record TraceLink(string Parent, string? State);
