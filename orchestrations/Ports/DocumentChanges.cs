namespace CrossRegion.Orchestrations.Ports;

/// <summary>A piece of the change feed. <paramref name="Continuation"/> is never null: keep it and ask again later.</summary>
public sealed record DocumentChanges(IReadOnlyList<StoredDocument> Documents, string Continuation);
