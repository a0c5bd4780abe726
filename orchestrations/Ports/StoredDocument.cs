namespace CrossRegion.Orchestrations.Ports;

/// <summary>A document as read from the store.</summary>
/// <param name="Key">Partition and id.</param>
/// <param name="Body">The JSON text exactly as it was written.</param>
/// <param name="ETag">Opaque; changes with every write of this document.</param>
public sealed record StoredDocument(DocumentKey Key, string Body, string ETag);
