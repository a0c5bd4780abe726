namespace CrossRegion.Orchestrations.Ports;

/// <summary>Where a document stands: its partition (all documents of one application share one) and its id within it.</summary>
public readonly record struct DocumentKey(string Partition, string Id);
