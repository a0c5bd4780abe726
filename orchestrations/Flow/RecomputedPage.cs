using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>Some of the open cases were counted again.</summary>
/// <param name="Changed">Those whose applicants have to be told another last day.</param>
/// <param name="Continuation">Where to go on; null at the end.</param>
public sealed record RecomputedPage(IReadOnlyList<ApplicationNumber> Changed, string? Continuation);
