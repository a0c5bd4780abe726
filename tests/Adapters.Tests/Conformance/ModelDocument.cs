using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Conformance;

/// <summary>What the model knows of one document: <paramref name="Commit"/> is the batch of its latest change.</summary>
internal sealed record ModelDocument(string Id, string Body, IReadOnlyList<IndexEntry> Indexes, string ETag, int Commit);
