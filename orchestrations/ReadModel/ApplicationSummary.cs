namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>One line of the list of cases.</summary>
/// <param name="Number">The application number.</param>
/// <param name="ItemNameZh">What is applied for.</param>
/// <param name="ItemNameEn">What is applied for.</param>
/// <param name="Province">The two digits of the province that filed it.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="PromisedDueOn">The last day of the promised limit; null before acceptance.</param>
/// <param name="Colour">监察颜色; null for a case that is over and was in time.</param>
/// <param name="Failed">The handling broke and waits for an operator.</param>
public sealed record ApplicationSummary(
    string Number,
    string ItemNameZh,
    string ItemNameEn,
    string Province,
    CodedText Stage,
    DateTimeOffset ReceivedAt,
    DateOnly? PromisedDueOn,
    CodedText? Colour,
    bool Failed);
