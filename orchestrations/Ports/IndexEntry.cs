namespace CrossRegion.Orchestrations.Ports;

/// <summary>Makes a document findable: under <paramref name="Value"/> of <paramref name="Index"/>, ordered by <paramref name="Sort"/> (ordinal).</summary>
public readonly record struct IndexEntry(DocumentIndex Index, string Value, string Sort);
