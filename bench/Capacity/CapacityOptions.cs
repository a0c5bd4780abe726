namespace CrossRegion.Bench.Capacity;

/// <summary>What is simulated.</summary>
/// <param name="Stamps">Of the nation.</param>
/// <param name="Peak">A province's, applications a second.</param>
/// <param name="NationPerDay">The nation's applications on a working day.</param>
/// <param name="OutageSeconds">How long nobody works.</param>
/// <param name="HandOversPerSecond">What one instance takes (<c>bench exchange</c>, <c>peakPerS</c>).</param>
/// <param name="Applications">Counted of each mode.</param>
/// <param name="Seed">Makes two simulations alike.</param>
internal sealed record CapacityOptions(
    int Stamps, int Peak, int NationPerDay, int OutageSeconds, int HandOversPerSecond, int Applications, int Seed);
