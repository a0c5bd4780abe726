using CrossRegion.Domain.Catalogue;

namespace CrossRegion.Domain.Clocks;

/// <summary>延长: what may be added to a limit, once, and on whose approval (行政许可法 art. 42).</summary>
/// <param name="Longest">The most that may be added, in the unit of the limit.</param>
/// <param name="Office">Who has to approve it.</param>
public sealed record ExtensionRule(TimeLimit Longest, ApproverOffice Office);
