using CrossRegion.Domain;

namespace CrossRegion.Orchestrations.Sealing;

/// <summary>What was handed over, or taken: whatever is personal in a hand-over stands in its body.</summary>
internal sealed record HandedBody([property: PersonalData] string Text);
