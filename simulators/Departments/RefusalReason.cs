namespace CrossRegion.Simulators.Departments;

/// <summary>Why, and under which provision (行政许可法 art. 38).</summary>
public sealed record RefusalReason(string Text, string LegalBasis);
