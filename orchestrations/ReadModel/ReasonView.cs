namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>One reason of a decision, in the language it was written in.</summary>
/// <param name="Text">The reason.</param>
/// <param name="LegalBasis">The law and article it rests on.</param>
public sealed record ReasonView(string Text, string LegalBasis);
