using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>The containers, opened.</summary>
/// <param name="Cases">The documents, an application's in one logical partition.</param>
/// <param name="Lists">What the change feed of <paramref name="Cases"/> is projected into: <see cref="ListEntry"/> and <see cref="Listing"/>.</param>
/// <param name="Leases">How far the projection is.</param>
internal sealed record CaseContainers(Container Cases, Container Lists, Container Leases);
