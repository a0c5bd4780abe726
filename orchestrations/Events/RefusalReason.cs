namespace CrossRegion.Orchestrations.Events;

/// <summary>Why it was refused, and by which provision.</summary>
public sealed record RefusalReason(string Text, string LegalBasis);
