namespace CrossRegion.Domain.Cases;

/// <summary>A reason for a refusal and the rule it rests on (行政许可法 art. 38: a refusal states its reasons).</summary>
public sealed record Reason(string Text, string LegalBasis);
