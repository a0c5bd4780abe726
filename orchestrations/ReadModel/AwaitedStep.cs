using CrossRegion.Domain;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>One thing that the case waits for.</summary>
/// <param name="Who">Whose turn it is.</param>
/// <param name="Department">The department's key within the item; null unless it is about a department's part.</param>
/// <param name="NameZh">Who, for people.</param>
/// <param name="NameEn">Who, for people.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Until">The last day of the limit; null when none runs.</param>
/// <param name="Since">移交在途: when it was handed over; null for what is not on its way.</param>
/// <param name="Clock">移交在途: the limit that runs meanwhile, by its key in the case; null when none does.</param>
public sealed record AwaitedStep(
    AwaitedParty Who,
    string? Department,
    string NameZh,
    string NameEn,
    LocalizedText What,
    DateOnly? Until,
    DateTimeOffset? Since = null,
    CodedText? Clock = null);
