using CrossRegion.Domain;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>One thing that the case waits for.</summary>
/// <param name="Who">Whose turn it is.</param>
/// <param name="Department">The department's key within the item; null unless it is a department's turn.</param>
/// <param name="NameZh">Who, for people.</param>
/// <param name="NameEn">Who, for people.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Until">The last day of the limit; null when none runs.</param>
public sealed record AwaitedStep(AwaitedParty Who, string? Department, string NameZh, string NameEn, LocalizedText What, DateOnly? Until);
