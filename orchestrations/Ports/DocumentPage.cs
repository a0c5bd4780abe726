namespace CrossRegion.Orchestrations.Ports;

/// <summary>Some documents, and where to go on: null when there are no more.</summary>
public sealed record DocumentPage(IReadOnlyList<StoredDocument> Documents, string? Continuation);
