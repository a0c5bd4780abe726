using CrossRegion.Domain.Cases;

namespace CrossRegion.Orchestrations.Cases;

/// <summary>One step of a case as its timeline keeps it; <paramref name="Sequence"/> counts from 1.</summary>
public sealed record TimelineEntry(int Sequence, CaseStep Step);
