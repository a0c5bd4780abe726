using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Conformance;

/// <summary>One generated operation: what is done to which document, and which of the ETags it ever had is expected.</summary>
/// <param name="Kind">Create, replace or delete.</param>
/// <param name="Id">The document.</param>
/// <param name="Age">0: the ETag it has now or had last; 1: the one before, and so on.</param>
/// <param name="Erasable">A document that is created is an erasable one.</param>
/// <param name="Sorts">Its index entries: sort keys under each index.</param>
internal sealed record ModelStep(ModelStepKind Kind, string Id, int Age, bool Erasable, IReadOnlyList<(DocumentIndex Index, string Sort)> Sorts);
